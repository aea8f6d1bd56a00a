
' ---- The store: the folder with lock, journal, backups and log.
' The lock comes before all else that is written: a run without the lock must touch nothing of the one that has it.
' Held open for writing, which it can be once. Windows closes it however the run ends.
Function OpenLock()
  If Not Fso.FolderExists(StorePath) Then Fso.CreateFolder StorePath
  ' 1024: a junction, which could lead what an administrator writes elsewhere.
  If (Fso.GetFolder(StorePath).Attributes And 1024) <> 0 Then StopRun 1603, "LinkInPath", Array(StorePath)
  On Error Resume Next
  Set OpenLock = Fso.OpenTextFile(StorePath & "\lock", 8, True)
  HasLock = (Err.Number = 0)
  On Error GoTo 0
  If Not HasLock Then StopRun 1618, "Locked", Array()
End Function

' For SYSTEM and Administrators alone: Restore trusts what is in it, and regedit what is imported.
Sub SecureStore()
  Dim name
  name = StorePath & "\" & Fso.GetTempName()
  ' By secedit, since cacls wants names and answers in the language of the machine.
  WriteFile name & ".inf", "[Unicode]" & vbCrLf & "Unicode=yes" & vbCrLf & "[Version]" & vbCrLf & _
    "signature=""$CHICAGO$""" & vbCrLf & "Revision=1" & vbCrLf & "[File Security]" & vbCrLf & _
    """" & StorePath & """,2,""D:PAR(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)""" & vbCrLf, True
  RunProgram SystemPath & "\secedit.exe", "/configure /db """ & name & ".sdb"" /cfg """ & name & _
    ".inf"" /areas FILESTORE /log """ & StorePath & "\secedit.log"" /quiet"
  If Not Fso.FolderExists(BackupPath) Then Fso.CreateFolder BackupPath
  If Not Fso.FolderExists(JournalPath) Then Fso.CreateFolder JournalPath
End Sub

' Under the lock: what this run or one that was ended left. What cannot be deleted now stays for the next run.
Sub TidyStore()
  Dim file, form
  On Error Resume Next
  Set form = NewPattern("^rad.*\.(reg|inf|sdb)$")
  For Each file In Fso.GetFolder(StorePath).Files
    If form.Test(file.Name) Then Fso.DeleteFile file.Path, True
  Next
End Sub

' The clock of this machine: VBScript knows no universal time.
Function GetTime()
  Dim moment
  moment = Now
  GetTime = Year(moment) & Pad(Month(moment)) & Pad(Day(moment)) & "-" & Pad(Hour(moment)) & Pad(Minute(moment)) & Pad(Second(moment))
End Function

Function Pad(number)
  Pad = Right("0" & number, 2)
End Function
