
' ---- This machine.
Const ServicesPath = "HKLM\SYSTEM\CurrentControlSet\Services\"
Const KeyPath = "SYSTEM\CurrentControlSet\Services\Tcpip\Parameters"
Const ValueName = "ReservedPorts"
' Made anew at each start of Windows, so what is in it was written since.
Const NotePath = "HKLM\HARDWARE\DESCRIPTION\System\PortkeepReservedPortsAtStart"
' &H80070002 and &H80070005.
Const NotFound = -2147024894
Const AccessDenied = -2147024891
Dim Shell, Fso, SystemPath, WindowsPath, StorePath, BackupPath, JournalPath
Set Shell = CreateObject("WScript.Shell")
Set Fso = CreateObject("Scripting.FileSystemObject")
SystemPath = Fso.GetSpecialFolder(1).Path
WindowsPath = Fso.GetParentFolderName(SystemPath)
' Beside System32, where ordinary users can prepare nothing.
StorePath = WindowsPath & "\portkeep"
BackupPath = StorePath & "\backups"
JournalPath = StorePath & "\reserved-ports"
Run("computer") = RegistryValue("HKLM\SYSTEM\CurrentControlSet\Control\ComputerName\ActiveComputerName\ComputerName", "")

' Later Windows ignores ReservedPorts without a word: writing it would only seem to help.
Sub CheckWindows()
  Dim version
  version = RegistryValue("HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\CurrentVersion", "")
  If Left(version, 2) <> "5." Then StopRun 50, "NotApplicable", Array("reserved-ports", version)
  If Settings("SystemVersion") <> "" And Settings("SystemVersion") <> version Then
    AddWarning "OtherSystem", Array(Settings("System"), version)
  End If
End Sub

' To delete a value that is not there changes nothing, and needs the right to write.
Function IsAdministrator()
  On Error Resume Next
  Shell.RegDelete "HKLM\" & KeyPath & "\PortkeepNothing"
  IsAdministrator = (Err.Number <> AccessDenied)
  Err.Clear
End Function

Function RegistryValue(path, fallback)
  On Error Resume Next
  RegistryValue = Shell.RegRead(path)
  If Err.Number <> 0 Then RegistryValue = fallback
  Err.Clear
End Function

' By its full path: a bare name is searched for where others may write.
Sub RunProgram(path, arguments)
  Dim code
  ' 2: there is no such file.
  code = 2
  If Fso.FileExists(path) Then code = Shell.Run("""" & path & """ " & arguments, 0, True)
  If code <> 0 Then StopRun 1603, "ProgramFailed", Array(path & " " & arguments, code)
End Sub

' Gives the text of a file; format is -1 for UTF-16 and 0 for ASCII.
Function ReadFile(path, format)
  Dim file
  Set file = Fso.OpenTextFile(path, 1, False, format)
  ReadFile = ""
  If Not file.AtEndOfStream Then ReadFile = file.ReadAll
  file.Close
End Function

' Of a file that must not be there yet.
Sub WriteFile(path, text, isUnicode)
  Dim file
  Set file = Fso.CreateTextFile(path, False, isUnicode)
  file.Write text
  file.Close
End Sub

Sub DeleteFile(path)
  If Fso.FileExists(path) Then Fso.DeleteFile path, True
End Sub
