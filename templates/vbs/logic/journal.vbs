
' ---- The journal: numbered files, of which the newest counts. The PowerShell script keeps the same.
'   phase     begun (about to write) or done
'   action, before, after   the last change
'   original  where Restore leads: what stood before the first Apply
'   foreign   yes when somebody else changed the value between two runs
'   restart, dns   of the PowerShell script
Function NewJournal()
  Dim journal, field
  Set journal = CreateObject("Scripting.Dictionary")
  For Each field In Array("action", "before", "after", "original", "foreign", "restart", "dns")
    journal.Add field, ""
  Next
  journal.Add "phase", "done"
  journal.Add "number", 0
  Set NewJournal = journal
End Function

Function ReadJournal()
  Dim journal, newest, number, file, form, path, damaged
  Set journal = NewJournal()
  damaged = Array()
  newest = 0
  If Fso.FolderExists(JournalPath) Then
    Set form = NewPattern("^[0-9]{6}\.txt$")
    For Each file In Fso.GetFolder(JournalPath).Files
      If form.Test(file.Name) Then
        If CLng(Left(file.Name, 6)) > newest Then newest = CLng(Left(file.Name, 6))
      End If
    Next
  End If
  ' A loss of power can leave the last ones empty: the one before them and the value tell the rest.
  For number = newest To 1 Step -1
    path = RecordPath(number) & ".txt"
    If Fso.FileExists(path) Then
      Set journal = ReadRecord(path)
      If journal.Exists("end") Then Exit For
      Append damaged, path
    End If
  Next
  If newest > 0 And Not journal.Exists("end") Then StopRun 1603, "JournalDamaged", Array(FormatList(damaged))
  journal("number") = newest
  journal("damaged") = FormatList(damaged)
  Set ReadJournal = journal
End Function

Function ReadRecord(path)
  Dim journal, line, place
  Set journal = NewJournal()
  For Each line In Split(ReadFile(path, 0), vbCrLf)
    place = InStr(line & "=", "=")
    journal(Left(line, place - 1)) = Mid(line, place + 1)
  Next
  Set ReadRecord = journal
End Function

Function RecordPath(number)
  RecordPath = JournalPath & "\" & Right("00000" & number, 6)
End Function

' Written under another name, then renamed: a record is there whole or not at all.
Sub WriteJournal(journal)
  Dim path, field, text
  journal("number") = journal("number") + 1
  path = RecordPath(journal("number"))
  For Each field In Array("phase", "action", "before", "after", "original", "foreign", "restart", "dns")
    text = text & field & "=" & journal(field) & vbCrLf
  Next
  DeleteFile path & ".partial"
  WriteFile path & ".partial", text & "end", False
  Fso.MoveFile path & ".partial", path & ".txt"
End Sub

' Whether this is what the last run left. If it was ended in between, that is the old value or the new one.
Function IsAsLeft(journal, present)
  IsAsLeft = (present.Text = journal("after") Or (journal("phase") = "begun" And present.Text = journal("before")))
End Function
