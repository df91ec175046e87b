package ui

import (
	"spanwise/annotations"
	"spanwise/app/ui/kit"
)

// relabelSeveral gives the chosen spans a label, in one step.
func (room *textRoom) relabelSeveral(id string) bool {
	if room.page.desk.selection.several.count() == 0 {
		return false
	}
	label, lost := room.page.desk.relabelTo(id), 0
	var edits []annotations.Edit
	for _, s := range room.page.desk.selection.several.spans() {
		if next, gone := annotations.Relabel(s, label); next.Label != s.Label {
			edits, lost = append(edits, room.page.desk.changing(next)), lost+gone
		}
	}
	room.page.desk.doAll(edits, func() {
		room.page.desk.tellLost(lost, "went, which "+label.Name+" does not have.")
		room.page.desk.say(label.Name + ": " + kit.Count(room.page.desk.selection.several.count(), "span"))
	})
	return true
}

// deleteSeveral deletes the chosen spans, in one step.
func (room *textRoom) deleteSeveral() bool {
	if room.page.desk.selection.several.count() == 0 {
		return false
	}
	var edits []annotations.Edit
	for _, s := range room.page.desk.selection.several.spans() {
		edits = append(edits, room.page.desk.removing(s.ID))
	}
	room.page.desk.doAll(edits, func() {
		room.page.desk.say(kit.Count(len(edits), "span") + " deleted")
		room.page.desk.focusText()
	})
	return true
}

// mergeSeveral makes one span of those chosen, in one step, and chooses it.
func (room *textRoom) mergeSeveral() bool {
	if room.page.desk.selection.several.count() < 2 {
		return false
	}
	spans := room.page.desk.selection.several.spans()
	merged, lost, ok := annotations.Merge(spans)
	if !ok {
		room.page.desk.say("Only spans of one label can be merged")
		return true
	}
	room.page.desk.doAll(room.merging(merged, spans[1:]), func() {
		room.reshaped(merged.ID, "Merged "+kit.Count(len(spans), "span"))
		room.page.desk.tellLost(lost, "went, in which the spans differed. Those of the first stay.")
	})
	return true
}

// merging is the edits that put a merged span in the place of its first part and
// take the others away.
func (room *textRoom) merging(merged annotations.Span, others []*annotations.Span) []annotations.Edit {
	var gone []string
	for _, s := range others {
		gone = append(gone, s.ID)
	}
	edits := []annotations.Edit{room.page.desk.changing(merged)}
	edits = append(edits, annotations.Reattach(room.page.desk.session.Project(), room.page.desk.me(), room.page.desk.open, gone, merged.ID, kit.Now())...)
	for _, id := range gone {
		edits = append(edits, room.page.desk.removing(id))
	}
	return edits
}
