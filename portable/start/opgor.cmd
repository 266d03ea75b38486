@echo off
rem Opgoer: double click, or: opgor.cmd COMMAND ...
setlocal
chcp 65001 >nul
set "PATH=%~dp0program\bin;%PATH%"
if not "%~1"=="" (
  call "%~dp0program\bin\opgor.cmd" %*
  exit /b
)
if not exist "%~dp0data" mkdir "%~dp0data"
cd /d "%~dp0data"
title Opgoer
rem The workbench opens in the browser and ends with this window; where it cannot, the window stays and says why.
call opgor start || cmd /k prompt opgor$g$s
