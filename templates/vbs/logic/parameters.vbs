
' ---- Parameters: /Name:Value, or -Name:Value. Checked here, so that a bad one, too, ends with a result line.
Dim Force, RebootExitCode
Force = False
RebootExitCode = "3010"

Sub ReadParameters()
  Dim form, index, argument, parts, name
  If LCase(Fso.GetFileName(WScript.FullName)) <> "cscript.exe" Then
    StopRun 87, "BadChoice", Array("Windows Script Host", WScript.FullName, "cscript.exe")
  End If
  Set form = NewPattern("^[/-]([A-Za-z]+)(:[^\n]*)?$")
  RebootExitCode = Settings("RebootExitCode")
  For index = 0 To WScript.Arguments.Count - 1
    argument = WScript.Arguments(index)
    Set parts = form.Execute(argument)
    name = ""
    If parts.Count = 1 Then name = LCase(parts(0).SubMatches(0))
    If name = "action" Then
      Run("action") = Choose("/Action", argument, Array("Apply", "Test", "Restore"))
    ElseIf name = "reboot" Then
      ' Windows 2000 has no program that gives a warning time before a restart.
      Choose "/Reboot", argument, Array("Never")
    ElseIf name = "rebootexitcode" Then
      RebootExitCode = Choose("/RebootExitCode", argument, Array("3010", "0"))
    ElseIf name = "force" And Len(argument) = 6 Then
      Force = True
    Else
      StopRun 87, "UnknownParameter", Array(FormatList(Array(argument)))
    End If
  Next
End Sub

Function Choose(name, argument, allowed)
  Dim value, word, words
  value = Mid(argument, Len(name) + 2)
  For Each word In allowed
    words = words & ", " & word
    If StrComp(value, word, 1) = 0 Then Choose = word
  Next
  If IsEmpty(Choose) Then StopRun 87, "BadChoice", Array(name, FormatList(Array(value)), Mid(words, 3))
End Function
