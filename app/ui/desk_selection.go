package ui

import "spanwise/annotations"

// selection is what a person has selected and chosen in the open article. What it
// says of spans are their IDs; "" is none. It changes by its methods alone.
type selection struct {
	text    pick     // the selected text
	span    string   // the chosen span
	among   []string // the spans that lie where it was chosen
	several *several // spans chosen together, in place of one
	theirs  string   // the span of another annotator that is looked at
	last    string   // the span that was marked or chosen last, which + adds to
	offered string   // the one that was chosen when the text was selected
}

// choose chooses a span, or with "" none; among says which lie at the place.
func (s *selection) choose(id string, among []string) {
	s.span, s.among, s.several, s.theirs = id, among, nil, ""
	s.remember(id)
}

// chooseSeveral chooses spans together. A single one is chosen as ever, unless there
// are to be more.
func (s *selection) chooseSeveral(next *several) {
	s.text = pick{}
	s.span, s.among, s.several = "", nil, next
	if !next.on() && next.count() < 2 {
		s.span, s.several = next.only(), nil
		s.remember(s.span)
	}
}

// hold chooses a span that was changed where the text is selected.
func (s *selection) hold(id string) {
	s.text = pick{}
	s.span, s.among, s.several = id, nil, nil
	s.remember(id)
}

// selectText selects text. The span that was chosen is offered for it.
func (s *selection) selectText(at pick) {
	s.text = at
	if at.empty() {
		return
	}
	if s.span != "" {
		s.last, s.offered = s.span, s.span
	}
	s.letGo()
}

// adoptText takes over text that was selected by other means than ours, beside
// which what is chosen stays chosen.
func (s *selection) adoptText(at pick) { s.text = at }

// remember notes what was marked or chosen last; with "" only nothing is offered
// any more.
func (s *selection) remember(id string) {
	s.offered = ""
	if id != "" {
		s.last = id
	}
}

// lookAt looks at a span of another annotator.
func (s *selection) lookAt(theirs string) { s.theirs = theirs }

func (s *selection) dropText() { s.text = pick{} }

// letGo chooses no span; the selected text stays.
func (s *selection) letGo() { s.span, s.among, s.several = "", nil, nil }

// letGoOfSeveral ends choosing spans together.
func (s *selection) letGoOfSeveral() { s.several = nil }

// clear selects and chooses nothing, as in another article.
func (s *selection) clear() {
	s.dropText()
	s.letGo()
	s.theirs = ""
}

// within lets go of spans that are not in the set any more.
func (s *selection) within(set *annotations.Set) {
	if _, there := set.Span(s.span); !there {
		s.span, s.among = "", nil
	}
	s.several = s.several.within(set)
}
