; What Electron writes into the registry for this user goes with the app; an update keeps it.
; Named as in main/kit/identity.ts: launch at login by the id of the app, clicks on notices by the activator's.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "${APP_ID}"
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run" "${APP_ID}"
    DeleteRegKey HKCU "Software\Classes\CLSID\{8E099A2B-CBB7-4FBF-A2F5-84502F1782BA}"
  ${endIf}
!macroend
