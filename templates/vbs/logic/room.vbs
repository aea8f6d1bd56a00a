
' ---- The room. At each start the DNS Server opens SocketPoolSize ports at random, of 1024 to MaxUserPort; without
' one 49152-65535, while programs stay below 5001. It must be left twice what it draws, programs 1,000 ports.
Sub CheckRoom(plan)
  Dim low, high, bottom, top, most, draws
  low = 49152
  high = 65535
  bottom = 1025
  top = 5000
  most = NumberAt("Tcpip\Parameters\MaxUserPort", 0)
  If most > 65535 Then most = 65535
  If most > 0 Then
    low = 1024
    high = most
    top = most
  End If
  ' 0 stands for one port.
  draws = NumberAt("DNS\Parameters\SocketPoolSize", 2500)
  If draws < 1 Then draws = 1
  If NumberAt("DNS\Start", 4) <> 4 Then CheckPool plan, "TooFewForDns", low, high, 2 * draws
  CheckPool plan, "TooFewForPrograms", bottom, top, 1000
End Sub

' What takes them below that is refused; where they had less before, it is not the choice of ports that is to blame.
Sub CheckPool(plan, name, low, high, needed)
  Dim had, rest
  ' Joined, so that no port counts twice.
  had = high - low + 1 - PortsBetween(MergeRanges(plan.Present.Entries, Array()).After, low, high)
  rest = high - low + 1 - PortsBetween(plan.Target.Entries, low, high)
  If had < needed Then
    AddWarning "SmallPool", Array(low, high, had, needed)
  ElseIf rest < needed Then
    StopRun 87, name, Array(rest, needed)
  End If
End Sub

Function NumberAt(name, fallback)
  NumberAt = RegistryValue(ServicesPath & name, fallback)
  If VarType(NumberAt) = vbString Or IsArray(NumberAt) Then NumberAt = fallback
  If NumberAt < 0 Then NumberAt = fallback
End Function

Function PortsBetween(entries, bottom, top)
  Dim entry, low, high
  PortsBetween = 0
  For Each entry In entries
    If ReadRange(entry, low, high) Then
      If low < bottom Then low = bottom
      If high > top Then high = top
      If low <= high Then PortsBetween = PortsBetween + high - low + 1
    End If
  Next
End Function
