package ui

import (
	"spanwise/annotations"
	"spanwise/app/ui/kit"
)

// relabelSeveral gives the chosen spans a label, in one step.
func (room *spansRoom) relabelSeveral(id string) bool {
	if room.page.several.count() == 0 {
		return false
	}
	label, lost := room.page.text.relabelTo(id), 0
	var edits []annotations.Edit
	for _, s := range room.page.several.spans() {
		if next, gone := annotations.Relabel(s, label); next.Label != s.Label {
			edits, lost = append(edits, room.page.text.changing(next)), lost+gone
		}
	}
	room.page.text.doAll(edits, func() {
		room.page.text.tellLost(lost, "went, which "+label.Name+" does not have.")
		room.page.say(label.Name + ": " + kit.Count(room.page.several.count(), "span"))
	})
	return true
}

// deleteSeveral deletes the chosen spans, in one step.
func (room *spansRoom) deleteSeveral() bool {
	if room.page.several.count() == 0 {
		return false
	}
	var edits []annotations.Edit
	for _, s := range room.page.several.spans() {
		edits = append(edits, room.page.text.removing(s.ID))
	}
	room.page.text.doAll(edits, func() {
		room.page.say(kit.Count(len(edits), "span") + " deleted")
		room.page.text.focusText()
	})
	return true
}

// mergeSeveral makes one span of those chosen, in one step, and chooses it.
func (room *spansRoom) mergeSeveral() bool {
	if room.page.several.count() < 2 {
		return false
	}
	spans := room.page.several.spans()
	merged, lost, ok := annotations.Merge(spans)
	if !ok {
		room.page.say("Only spans of one label can be merged")
		return true
	}
	room.page.text.doAll(room.merging(merged, spans[1:]), func() {
		room.page.several = nil
		room.page.text.reshaped(merged.ID, "Merged "+kit.Count(len(spans), "span"))
		room.page.text.tellLost(lost, "went, in which the spans differed. Those of the first stay.")
	})
	return true
}

// merging is the edits that put a merged span in the place of its first part and
// take the others away.
func (room *spansRoom) merging(merged annotations.Span, others []*annotations.Span) []annotations.Edit {
	var gone []string
	for _, s := range others {
		gone = append(gone, s.ID)
	}
	edits := []annotations.Edit{room.page.text.changing(merged)}
	edits = append(edits, annotations.Reattach(room.page.session.Project(), room.page.me(), room.page.open, gone, merged.ID, kit.Now())...)
	for _, id := range gone {
		edits = append(edits, room.page.text.removing(id))
	}
	return edits
}
