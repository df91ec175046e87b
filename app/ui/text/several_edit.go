package text

import (
	"spanwise/annotations"
	"spanwise/app/ui/kit"
)

// RelabelSeveral gives the chosen spans a label, in one step.
func (room *Room) RelabelSeveral(id string) bool {
	if room.desk.Selection.Several.Count() == 0 {
		return false
	}
	label, lost := room.desk.LabelByID(id), 0
	var edits []annotations.Edit
	var all []becoming
	for _, s := range room.desk.Selection.Several.Spans() {
		if next, gone := annotations.Relabel(s, label, room.desk.Session.Project()); next.Label != s.Label {
			edits, lost = append(edits, room.desk.ChangingSpan(next)), lost+gone
			all = append(all, becoming{next, []*annotations.Span{s}})
		}
	}
	if !room.tellClash(id, clashOfSeveral(room.desk.Scheme(), room.desk.Set(), all)) {
		return true
	}
	room.desk.DoAll(edits, func() {
		room.desk.TellLost(lost, "went, which "+label.Name+" does not have.")
		room.desk.Say(label.Name + ": " + kit.Count(room.desk.Selection.Several.Count(), "span"))
	})
	return true
}

// deleteSeveral deletes the chosen spans, in one step.
func (room *Room) deleteSeveral() bool {
	if room.desk.Selection.Several.Count() == 0 {
		return false
	}
	var edits []annotations.Edit
	for _, s := range room.desk.Selection.Several.Spans() {
		edits = append(edits, room.desk.RemovingSpan(s.ID))
	}
	room.desk.DoAll(edits, func() {
		room.desk.Say(kit.Count(len(edits), "span") + " deleted")
		room.desk.FocusText()
	})
	return true
}

// MergeSeveral makes one span of those chosen, in one step, and chooses it.
func (room *Room) MergeSeveral() bool {
	if room.desk.Selection.Several.Count() < 2 {
		return false
	}
	spans := room.desk.Selection.Several.Spans()
	merged, lost, ok := annotations.Merge(spans)
	if !ok {
		room.desk.Say("Only spans of one label can be merged")
		return true
	}
	if !room.tellClash(merged.Label, clashOfSeveral(room.desk.Scheme(), room.desk.Set(), []becoming{{merged, spans}})) {
		return true
	}
	room.desk.DoAll(room.merging(merged, spans[1:]), func() {
		room.Reshaped(merged.ID, "Merged "+kit.Count(len(spans), "span"))
		room.desk.TellLost(lost, "went, in which the spans differed. Those of the first stay.")
	})
	return true
}

// merging is the edits that put a merged span in the place of its first part and
// take the others away.
func (room *Room) merging(merged annotations.Span, others []*annotations.Span) []annotations.Edit {
	var gone []string
	for _, s := range others {
		gone = append(gone, s.ID)
	}
	edits := []annotations.Edit{room.desk.ChangingSpan(merged)}
	edits = append(edits, annotations.Reattach(room.desk.Session.Project(), room.desk.Me(), room.desk.ArticleID, gone, merged.ID, kit.Now())...)
	for _, id := range gone {
		edits = append(edits, room.desk.RemovingSpan(id))
	}
	return edits
}
