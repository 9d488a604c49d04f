/** A notification daemon whose text can be read in a picture. */
export const dunstConfig = `[global]
    monitor = 0
    follow = none
    width = 380
    height = 240
    origin = top-right
    offset = 20x20
    scale = 0
    notification_limit = 6
    padding = 14
    horizontal_padding = 16
    frame_width = 1
    frame_color = "#5b6b7c"
    separator_height = 2
    separator_color = frame
    font = DejaVu Sans 11
    markup = full
    format = "<b>%s</b>\\n%b"
    alignment = left
    word_wrap = yes
    ignore_newline = no
    icon_position = left
    min_icon_size = 32
    max_icon_size = 48
    show_indicators = no
    sort = no
    idle_threshold = 0

[urgency_low]
    background = "#26313c"
    foreground = "#dfe6ee"
    timeout = 15

[urgency_normal]
    background = "#26313c"
    foreground = "#ffffff"
    timeout = 15

[urgency_critical]
    background = "#5a1f24"
    foreground = "#ffffff"
    timeout = 0
`

/** xfce4-panel along the lower edge with a tray and a clock: no first-start question, nothing else. */
export const panelConfig = `<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array">
    <value type="int" value="1"/>
    <property name="dark-mode" type="bool" value="true"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=10;x=0;y=0"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="length" type="uint" value="100"/>
      <property name="size" type="uint" value="36"/>
      <property name="plugin-ids" type="array">
        <value type="int" value="1"/>
        <value type="int" value="2"/>
        <value type="int" value="3"/>
      </property>
    </property>
  </property>
  <property name="plugins" type="empty">
    <property name="plugin-1" type="string" value="separator">
      <property name="expand" type="bool" value="true"/>
      <property name="style" type="uint" value="0"/>
    </property>
    <property name="plugin-2" type="string" value="systray">
      <property name="square-icons" type="bool" value="true"/>
      <property name="icon-size" type="int" value="22"/>
    </property>
    <property name="plugin-3" type="string" value="clock">
      <property name="digital-layout" type="uint" value="3"/>
    </property>
  </property>
</channel>
`
