' ---- The result. The last line is made of this, in the order in which it is added.
Dim Run, HasLock, HasWritten, StopCode
HasLock = False
HasWritten = False
StopCode = 0
Set Run = CreateObject("Scripting.Dictionary")
Run.Add "portkeep", Settings("Version")
Run.Add "schema", 1
Run.Add "action", Settings("Action")
Run.Add "state", "failed"
Run.Add "exitCode", 1603
Run.Add "rebootRequired", False
Run.Add "restart", "none"
Run.Add "backend", "reserved-ports"
Run.Add "computer", ""
Run.Add "settingsId", Settings("SettingsId")
Run.Add "environment", Array()
Run.Add "added", Array()
Run.Add "kept", Array()
Run.Add "value", Array()
Run.Add "valueCount", 0
Run.Add "truncated", False
Run.Add "backup", ""
Run.Add "warnings", Array()
Run.Add "findings", Array()
Run.Add "message", ""

Function Say(name, values)
  Dim text, index
  text = Messages(name)
  For index = 0 To UBound(values)
    text = Replace(text, "{" & index & "}", values(index))
  Next
  Say = text
End Function

Sub AddWarning(name, values)
  Dim warnings
  warnings = Run("warnings")
  Append warnings, Say(name, values)
  Run("warnings") = warnings
End Sub

' Ends the run: the very end of the script reads sentence and code.
Sub StopRun(exitCode, name, values)
  StopCode = exitCode
  Err.Raise vbObjectError + 1, "portkeep", Say(name, values)
End Sub

' Tools keep about 2,000 characters, so the lists are cut until it fits.
Function ResultLine()
  Dim count, name, list, line
  Run("valueCount") = UBound(Run("value")) + 1
  Run("rebootRequired") = (Run("restart") = "machine")
  count = 500
  Do
    For Each name In Array("added", "kept", "value", "warnings")
      list = Run(name)
      If UBound(list) >= count Then
        Run(name) = FirstOf(list, count)
        Run("truncated") = True
      End If
    Next
    If count = 0 Then Run("message") = CutText(Run("message"), 80)
    line = ""
    For Each name In Run.Keys
      line = line & ",""" & name & """:" & Json(Run(name))
    Next
    line = "{" & Mid(line, 2) & "}"
    count = Int(count * 0.8)
  Loop While Len(line) > 2000
  ResultLine = line
End Function
