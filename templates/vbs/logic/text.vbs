
' ---- Lists and texts.
Sub Append(list, item)
  ReDim Preserve list(UBound(list) + 1)
  list(UBound(list)) = item
End Sub

' The items of one list that are in another, or that are not.
Function Sift(list, other, wanted)
  Dim known, item, found
  Set known = CreateObject("Scripting.Dictionary")
  For Each item In other
    known.Item(item) = True
  Next
  found = Array()
  For Each item In list
    If known.Exists(item) = wanted Then Append found, item
  Next
  Sift = found
End Function

Function FirstOf(list, count)
  Dim index, found
  found = Array()
  For index = 0 To count - 1
    Append found, list(index)
  Next
  FirstOf = found
End Function

Function NewPattern(text)
  Dim pattern
  Set pattern = New RegExp
  pattern.Pattern = text
  pattern.Global = True
  Set NewPattern = pattern
End Function

Dim NotPlain
Set NotPlain = NewPattern("[^ -~]")

' Printable ASCII, which no console, log or tool on the way can change.
Function PrintableText(text)
  Dim index, character, printable
  printable = text
  If NotPlain.Test(text) Then
    printable = ""
    For index = 1 To Len(text)
      character = Mid(text, index, 1)
      If NotPlain.Test(character) Then character = "\u" & LCase(HexOf(character))
      printable = printable & character
    Next
  End If
  PrintableText = printable
End Function

' A character's number in four digits.
Function HexOf(character)
  HexOf = Right("000" & Hex(AscW(character)), 4)
End Function

Function Json(value)
  Dim item, text
  text = ""
  If IsArray(value) Then
    For Each item In value
      text = text & "," & Json(item)
    Next
    Json = "[" & Mid(text, 2) & "]"
  ElseIf VarType(value) = vbString Then
    Json = """" & PrintableText(Replace(Replace(value, "\", "\\"), """", "\""")) & """"
  ElseIf VarType(value) = vbBoolean Then
    ' Not CStr, which says it in the language of the machine.
    Json = "false"
    If value Then Json = "true"
  Else
    Json = CStr(value)
  End If
End Function

' A list as a person reads it: safe to print, and not endless.
Function FormatList(items)
  Dim item, text
  text = ""
  For Each item In items
    text = text & ", " & PrintableText(item)
  Next
  FormatList = CutText(Mid(text, 3), 400)
End Function

Function CutText(text, length)
  CutText = text
  If Len(text) > length Then CutText = Left(text, length) & "..."
End Function
