
' ---- The plan: what is there, what it is to become, and what earlier runs left.
Class RunPlan
  Public Present
  Public Target
  Public Journal
  Public Missing
  Public Unreadable
  Public MustWrite
  Public Unfinished
End Class

Function MakePlan(present, journal)
  Dim plan, merge
  Set plan = New RunPlan
  Set plan.Present = present
  Set plan.Target = present
  Set plan.Journal = journal
  plan.Missing = Array()
  plan.Unreadable = Array()
  ' The first Apply came to nothing, or was undone: there is nothing to restore, and the next one is the first.
  If journal("phase") = "begun" And journal("before") = journal("original") And present.Text <> journal("after") Then
    journal("original") = ""
    journal("foreign") = ""
  End If
  If journal("original") <> "" And Not IsAsLeft(journal, present) Then journal("foreign") = "yes"
  If Run("action") <> "Restore" Then
    Set merge = MergeRanges(present.Entries, Ranges.Keys)
    If merge.MustWrite Then Set plan.Target = NewState(True, merge.After)
    plan.Missing = merge.Missing
    plan.Unreadable = merge.Unreadable
  ElseIf journal("original") <> "" Then
    Set plan.Target = StateFromText(journal("original"))
  End If
  plan.MustWrite = (plan.Target.Text <> present.Text)
  plan.Unfinished = (journal("phase") <> "done" And present.Text = journal("after"))
  If Run("action") = "Restore" And plan.MustWrite And journal("foreign") <> "" And Not Force Then
    StopRun 1603, "RestoreRefused", Array(FormatList(Sift(present.Entries, plan.Target.Entries, False)), _
      FormatList(Sift(plan.Target.Entries, present.Entries, False)))
  End If
  Set MakePlan = plan
End Function
