package ui

import (
	"spanwise/annotations"
)

// relabelSeveral gives the chosen spans a label, in one step.
func (p *Page) relabelSeveral(id string) bool {
	if p.several.count() == 0 {
		return false
	}
	label, lost := p.relabelTo(id), 0
	var edits []annotations.Edit
	for _, s := range p.several.spans() {
		if next, gone := annotations.Relabel(s, label); next.Label != s.Label {
			edits, lost = append(edits, p.changing(next)), lost+gone
		}
	}
	p.doAll(edits, func() {
		p.tellLost(lost, "went, which "+label.Name+" does not have.")
		p.say(label.Name + ": " + count(p.several.count(), "span"))
	})
	return true
}

// deleteSeveral deletes the chosen spans, in one step.
func (p *Page) deleteSeveral() bool {
	if p.several.count() == 0 {
		return false
	}
	var edits []annotations.Edit
	for _, s := range p.several.spans() {
		edits = append(edits, p.removing(s.ID))
	}
	p.doAll(edits, func() {
		p.say(count(len(edits), "span") + " deleted")
		p.focusText()
	})
	return true
}

// mergeSeveral makes one span of those chosen, in one step, and chooses it.
func (p *Page) mergeSeveral() bool {
	if p.several.count() < 2 {
		return false
	}
	spans := p.several.spans()
	merged, lost, ok := annotations.Merge(spans)
	if !ok {
		p.say("Only spans of one label can be merged")
		return true
	}
	p.doAll(p.merging(merged, spans[1:]), func() {
		p.several = nil
		p.reshaped(merged.ID, "Merged "+count(len(spans), "span"))
		p.tellLost(lost, "went, in which the spans differed. Those of the first stay.")
	})
	return true
}

// merging is the edits that put a merged span in the place of its first part and
// take the others away.
func (p *Page) merging(merged annotations.Span, others []*annotations.Span) []annotations.Edit {
	var gone []string
	for _, s := range others {
		gone = append(gone, s.ID)
	}
	edits := []annotations.Edit{p.changing(merged)}
	edits = append(edits, annotations.Reattach(p.session.Project(), p.me(), p.open, gone, merged.ID, now())...)
	for _, id := range gone {
		edits = append(edits, p.removing(id))
	}
	return edits
}
