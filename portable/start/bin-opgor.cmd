@echo off
"%~dp0..\runtime\node.exe" --disable-warning=ExperimentalWarning "%~dp0..\dist\main.js" %*
