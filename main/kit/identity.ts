/** What the system knows the app by; packages and `build/installer.nsh` name it too. */
export const appId = 'example.drivebell.Drivebell'

/** What Windows wakes for a click on a notice; Electron would make up another at each start. */
export const toastActivator = '{8E099A2B-CBB7-4FBF-A2F5-84502F1782BA}'
