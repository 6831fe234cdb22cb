; The installer for Windows: for one user, without an administrator. build.py says what it packs.
; Her data stands in her documents folder, and nothing here touches it.

Target amd64-unicode ; Windows itself says so where it has 32 bits
SetCompressor /SOLID lzma
!include MUI2.nsh
!include WinVer.nsh
!include LogicLib.nsh
!include FileFunc.nsh

Name "$(NAME)"
OutFile "${SETUP}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\jinlin"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
BrandingText "jinlin ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "jinlin"
VIAddVersionKey "FileDescription" "jinlin"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "MIT"

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\jinlin"
!define MUI_FINISHPAGE_RUN "$INSTDIR\jinlin.exe"
!define MUI_FINISHPAGE_RUN_TEXT "$(RUN)"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"

!macro TEXT NAME CHINESE ENGLISH
  LangString ${NAME} ${LANG_SIMPCHINESE} "${CHINESE}"
  LangString ${NAME} ${LANG_ENGLISH} "${ENGLISH}"
!macroend
!insertmacro TEXT NAME "近邻" "Jinlin"
!insertmacro TEXT DEMO "近邻演示" "Jinlin, the example"
!insertmacro TEXT RUN "现在打开近邻" "Open jinlin now"
!insertmacro TEXT TOO_OLD "近邻需要Windows 10或更新的版本，这台电脑上装不了。" "Jinlin needs Windows 10 or later."
!insertmacro TEXT IS_OPEN "近邻还开着。请先关闭它的窗口，再点“重试”。" "Jinlin is open. Close its window, then try again."
!insertmacro TEXT NOT_WRITTEN "文件没能写完（磁盘可能已满，或文件夹不能写）。原来装的近邻没有动。" "The files could not be written: the disk is full, or the folder cannot be written. What was installed before is as it was."
!insertmacro TEXT READY "正在准备程序，约一分钟……" "Preparing the program, about a minute..."
!insertmacro TEXT DATA_STAYS "近邻已卸载。您的数据（文档里的近邻文件夹）原样保留。" "Jinlin is removed. Your data stays where it is, in your documents folder."

Function .onInit
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "$(TOO_OLD)" /SD IDOK
    SetErrorLevel 3
    Abort
  ${EndIf}
FunctionEnd

Section
  ; The new version is laid beside the old one, which goes only when all of it is there.
  RMDir /r "$INSTDIR\python.new"
  ClearErrors
  SetOutPath "$INSTDIR\python.new"
  File /r "${APP}/python/*"
  ${If} ${Errors}
  ${OrIfNot} ${FileExists} "$INSTDIR\python.new\python.exe"
    SetOutPath "$TEMP"
    RMDir /r "$INSTDIR\python.new"
    MessageBox MB_OK|MB_ICONSTOP "$(NOT_WRITTEN)" /SD IDOK
    SetErrorLevel 4
    Abort
  ${EndIf}
  SetOutPath "$INSTDIR"

swap:
  RMDir /r "$INSTDIR\python.old"
  ${If} ${FileExists} "$INSTDIR\python\*.*"
    ClearErrors
    Rename "$INSTDIR\python" "$INSTDIR\python.old"
    Delete "$INSTDIR\python.old\python.exe" ; while it runs, one of the two is refused
    ${If} ${Errors}
      Rename "$INSTDIR\python.old" "$INSTDIR\python"
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IS_OPEN)" /SD IDCANCEL IDRETRY swap
      RMDir /r "$INSTDIR\python.new"
      SetErrorLevel 5
      Abort
    ${EndIf}
  ${EndIf}
  Rename "$INSTDIR\python.new" "$INSTDIR\python"
  RMDir /r "$INSTDIR\python.old"
  File "${APP}/jinlin.exe"

  DetailPrint "$(READY)"
  nsExec::Exec '"$INSTDIR\python\python.exe" -m compileall -q "$INSTDIR\python\Lib\site-packages"'
  Pop $0
  nsExec::Exec '"$INSTDIR\python\python.exe" "$INSTDIR\python\path_entry.py" add "$INSTDIR"'
  Pop $0

  SetOutPath "$DOCUMENTS" ; where both begin
  CreateDirectory "$SMPROGRAMS\$(NAME)"
  CreateShortcut "$SMPROGRAMS\$(NAME)\$(NAME).lnk" "$INSTDIR\jinlin.exe"
  CreateShortcut "$SMPROGRAMS\$(NAME)\$(DEMO).lnk" "$SYSDIR\cmd.exe" '/k ""$INSTDIR\jinlin.exe" demo"' "$INSTDIR\jinlin.exe"
  SetOutPath "$INSTDIR"

  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "${KEY}" "DisplayName" "$(NAME)"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" $0
SectionEnd

Section Uninstall
  nsExec::Exec '"$INSTDIR\python\python.exe" "$INSTDIR\python\path_entry.py" remove "$INSTDIR"'
  Pop $0
  Delete "$SMPROGRAMS\$(NAME)\$(NAME).lnk"
  Delete "$SMPROGRAMS\$(NAME)\$(DEMO).lnk"
  RMDir "$SMPROGRAMS\$(NAME)"
  SetOutPath "$TEMP"
  ; Nothing but what was installed: a file she put here stays, and so does the folder then.
  RMDir /r "$INSTDIR\python"
  RMDir /r "$INSTDIR\python.new"
  RMDir /r "$INSTDIR\python.old"
  Delete "$INSTDIR\jinlin.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegKey HKCU "${KEY}"
  MessageBox MB_OK "$(DATA_STAYS)" /SD IDOK
SectionEnd
