
' ---- The merge. An entry is a range such as 1645-1646.
Dim RangeForm
Set RangeForm = NewPattern("^[ \t]*0*([0-9]{1,5})-0*([0-9]{1,5})[ \t]*$")

Class Merging
  Public After
  Public Missing
  Public Unreadable
  Public MustWrite
End Class

' Says whether an entry is a range, and gives its ends.
Function ReadRange(entry, low, high)
  Dim found
  ReadRange = False
  Set found = RangeForm.Execute(entry)
  If found.Count = 1 Then
    low = CLng(found(0).SubMatches(0))
    high = CLng(found(0).SubMatches(1))
    ReadRange = (low <= high And high <= 65535)
  End If
End Function

' Ascending, and one range where they overlap or are neighbours: in entries of their own, Windows does not
' reserve neighbours properly (KB 956189, KB 812873).
Sub JoinRanges(lows, highs)
  Dim index, place, low, high, last
  For index = 1 To UBound(lows)
    low = lows(index)
    high = highs(index)
    For place = index To 1 Step -1
      If lows(place - 1) <= low Then Exit For
      lows(place) = lows(place - 1)
      highs(place) = highs(place - 1)
    Next
    lows(place) = low
    highs(place) = high
  Next
  last = 0
  For index = 1 To UBound(lows)
    If lows(index) > highs(last) + 1 Then
      last = last + 1
      lows(last) = lows(index)
      highs(last) = highs(index)
    ElseIf highs(index) > highs(last) Then
      highs(last) = highs(index)
    End If
  Next
  If last < UBound(lows) Then
    ReDim Preserve lows(last)
    ReDim Preserve highs(last)
  End If
End Sub

' Reserves what before does, and what is wanted. What is no range stays as it stands. Nothing needs writing where
' what is wanted is there, no entries of before overlap or are neighbours, and none stands behind an empty string,
' which ends the list for whoever reads it as the format says.
Function MergeRanges(before, wanted)
  Dim lows, highs, unreadable, missing, after, entry, low, high, count, index, present, isThere, isCut, mustWrite, merge
  lows = Array()
  highs = Array()
  unreadable = Array()
  missing = Array()
  isCut = False
  mustWrite = False
  For Each entry In before
    If entry = "" Then
      isCut = True
    Else
      If isCut Then mustWrite = True
      If ReadRange(entry, low, high) Then
        Append lows, low
        Append highs, high
      Else
        Append unreadable, entry
      End If
    End If
  Next
  count = UBound(lows)
  JoinRanges lows, highs
  present = UBound(lows)
  For Each entry In wanted
    ReadRange entry, low, high
    isThere = False
    For index = 0 To present
      If lows(index) <= low And high <= highs(index) Then isThere = True
    Next
    If Not isThere Then Append missing, entry
    Append lows, low
    Append highs, high
  Next
  after = before
  If present < count Or UBound(missing) >= 0 Then mustWrite = True
  If mustWrite Then
    JoinRanges lows, highs
    after = Array()
    For index = 0 To UBound(lows)
      Append after, lows(index) & "-" & highs(index)
    Next
    For Each entry In unreadable
      Append after, entry
    Next
  End If
  Set merge = New Merging
  merge.After = after
  merge.Missing = missing
  merge.Unreadable = unreadable
  merge.MustWrite = mustWrite
  Set MergeRanges = merge
End Function
