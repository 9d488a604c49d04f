@echo off
rem A command on this console. Electron attaches to it by itself; a batch file waits for it, and has its exit code.
"%~dp0..\Drivebell.exe" %*
exit /b %ERRORLEVEL%
