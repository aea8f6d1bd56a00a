
' ---- Files of regedit: one tells exactly what the value is, another changes it.

' Exports the key to a file (KB 322756), checks that it is whole, and gives the value that it holds.
Function ExportValue(path)
  Dim text, parts, section, form, value
  DeleteFile path
  RunProgram WindowsPath & "\regedit.exe", "/e """ & path & """ ""HKEY_LOCAL_MACHINE\" & KeyPath & """"
  text = ReadFile(path, -1)
  ' Head, key and keys below it, an empty line after each. Long lines go on after a backslash.
  text = NewPattern("\\\r\n *").Replace(text, "")
  parts = Split(text, vbCrLf & vbCrLf & "[")
  If UBound(parts) < 1 Or Right(text, 4) <> vbCrLf & vbCrLf Then StopRun 1603, "BackupDiffers", Array(path)
  section = "HKEY_LOCAL_MACHINE\" & KeyPath & "]" & vbCrLf
  If Right(parts(0), 36) <> "Windows Registry Editor Version 5.00" Or _
    StrComp(Left(parts(1), Len(section)), section, 1) <> 0 Then StopRun 1603, "BackupDiffers", Array(path)
  Set form = NewPattern("\r\n""" & ValueName & """=([^\r]*)")
  ' To the registry, a name is the same in any case.
  form.IgnoreCase = True
  Set value = form.Execute(vbCrLf & parts(1))
  If (value.Count = 1) <> LookAtValue().Exists Then StopRun 1603, "BackupDiffers", Array(path)
  If value.Count = 0 Then
    Set ExportValue = NewState(False, Array())
  Else
    text = value(0).SubMatches(0)
    If Left(text, 7) <> "hex(7):" Then StopRun 13, "WrongType", Array(ValueName, FormatList(Array(text)))
    Set ExportValue = NewState(True, EntriesFrom(Mid(text, 8)))
  End If
End Function

' From bytes such as 31,00,2d,00: each entry ends with two zeros, and so does the list.
Function EntriesFrom(bytes)
  Dim entries, entry, index, list, character, high
  entries = Array()
  list = Array()
  entry = ""
  If bytes <> "" Then list = Split(bytes, ",")
  For index = 0 To UBound(list) Step 2
    high = "00"
    If index < UBound(list) Then high = list(index + 1)
    If high & list(index) = "0000" Then
      Append entries, entry
      entry = ""
    Else
      entry = entry & ChrW(CLng("&H" & high & list(index)))
    End If
  Next
  If entry <> "" Then
    Append entries, entry
  ElseIf UBound(entries) >= 0 Then
    If entries(UBound(entries)) = "" Then entries = FirstOf(entries, UBound(entries))
  End If
  EntriesFrom = entries
End Function

Function BytesOf(entries)
  Dim entry, index, digits, text
  For Each entry In entries
    For index = 1 To Len(entry)
      digits = LCase(HexOf(Mid(entry, index, 1)))
      text = text & Right(digits, 2) & "," & Left(digits, 2) & ","
    Next
    ' On a line of its own, as regedit itself breaks long lines.
    text = text & "00,00,\" & vbCrLf & "  "
  Next
  BytesOf = text & "00,00"
End Function

' By a file that is there for this moment alone, under a name that nobody knows beforehand.
Sub WriteValue(state)
  Dim path, data
  path = StorePath & "\" & Fso.GetTempName() & ".reg"
  data = "-"
  If state.Exists Then data = "hex(7):" & BytesOf(state.Entries)
  WriteFile path, "Windows Registry Editor Version 5.00" & vbCrLf & vbCrLf & "[HKEY_LOCAL_MACHINE\" & KeyPath & "]" & _
    vbCrLf & """" & ValueName & """=" & data & vbCrLf & vbCrLf, True
  RunProgram WindowsPath & "\regedit.exe", "/s """ & path & """"
  DeleteFile path
End Sub
