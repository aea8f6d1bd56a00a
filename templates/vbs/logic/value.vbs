
' ---- The value: a list of entries, or absent. As text, for the journal and for comparing, it is one line of
' ASCII: absent, or ["1645-1646","1701-1701"].
Class ValueState
  Public Exists
  Public Entries
  Public Text
End Class

Function NewState(exists, entries)
  Dim state
  Set state = New ValueState
  state.Exists = exists
  state.Entries = entries
  state.Text = "absent"
  If exists Then state.Text = Json(entries)
  Set NewState = state
End Function

Function StateFromText(text)
  Dim match, entries
  entries = Array()
  For Each match In NewPattern("""((?:[^""\\]|\\.)*)""").Execute(text)
    Append entries, UnescapeText(match.SubMatches(0))
  Next
  Set StateFromText = NewState(text <> "absent", entries)
End Function

Function UnescapeText(text)
  Dim plain, match, place
  place = 1
  For Each match In NewPattern("\\(u[0-9a-f]{4}|.)").Execute(text)
    plain = plain & Mid(text, place, match.FirstIndex + 1 - place)
    If match.Length = 6 Then
      plain = plain & ChrW(CLng("&H" & Mid(match.Value, 3)))
    Else
      plain = plain & Mid(match.Value, 2)
    End If
    place = match.FirstIndex + 1 + match.Length
  Next
  UnescapeText = plain & Mid(text, place)
End Function

' A first look, without a file: for all that follows the export is asked, which tells types and bytes exactly.
Function LookAtValue()
  Dim found, code, item
  On Error Resume Next
  found = Shell.RegRead("HKLM\" & KeyPath & "\" & ValueName)
  code = Err.Number
  On Error GoTo 0
  If code = NotFound Then
    Set LookAtValue = NewState(False, Array())
    Exit Function
  End If
  If code = AccessDenied Then StopRun 5, "NotAdministrator", Array()
  If Not IsArray(found) Then StopRun 13, "WrongType", Array(ValueName, TypeName(found))
  For Each item In found
    If VarType(item) <> vbString Then StopRun 13, "WrongType", Array(ValueName, "Binary")
  Next
  Set LookAtValue = NewState(True, found)
End Function
