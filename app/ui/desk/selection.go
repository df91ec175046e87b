package desk

import "spanwise/annotations"

// Selection is what a person has selected and chosen in the open article. What it
// says of spans are their IDs; "" is none. It changes by its methods alone.
type Selection struct {
	Text     TextSelection // the selected text
	Span     string        // the chosen span
	Among    []string      // the spans that lie where it was chosen
	Several  *SpanChoice   // spans chosen together, in place of one
	Relation string        // the relation that is being changed
	Theirs   string        // the span of another annotator that is looked at
	Last     string        // the span that was marked or chosen last, which + adds to
	Offered  string        // the one that was chosen when the text was selected
}

// choose chooses a span, or with "" none; among says which lie at the place.
func (s *Selection) choose(id string, among []string) {
	s.Span, s.Among, s.Several, s.Theirs = id, among, nil, ""
	s.Remember(id)
}

// chooseSeveral chooses spans together. A single one is chosen as ever, unless there
// are to be more.
func (s *Selection) chooseSeveral(next *SpanChoice) {
	s.Text = TextSelection{}
	s.Span, s.Among, s.Several = "", nil, next
	if !next.On() && next.Count() < 2 {
		s.Span, s.Several = next.only(), nil
		s.Remember(s.Span)
	}
}

// hold chooses a span that was changed where the text is selected.
func (s *Selection) hold(id string) {
	s.Text = TextSelection{}
	s.Span, s.Among, s.Several = id, nil, nil
	s.Remember(id)
}

// SelectText selects text. The span that was chosen is offered for it.
func (s *Selection) SelectText(at TextSelection) {
	s.Text = at
	if at.Empty() {
		return
	}
	if s.Span != "" {
		s.Last, s.Offered = s.Span, s.Span
	}
	s.LetGo()
}

// AdoptText takes over text that was selected by other means than ours, beside
// which what is chosen stays chosen.
func (s *Selection) AdoptText(at TextSelection) { s.Text = at }

// Remember notes what was marked or chosen last; with "" only nothing is offered
// any more.
func (s *Selection) Remember(id string) {
	s.Offered = ""
	if id != "" {
		s.Last = id
	}
}

// LookAt looks at a span of another annotator.
func (s *Selection) LookAt(theirs string) { s.Theirs = theirs }

// DropText lets go of the selected text.
func (s *Selection) DropText() { s.Text = TextSelection{} }

// LetGo chooses no span; the selected text stays.
func (s *Selection) LetGo() { s.Span, s.Among, s.Several = "", nil, nil }

// LetGoOfSeveral ends choosing spans together.
func (s *Selection) LetGoOfSeveral() { s.Several = nil }

// Clear selects and chooses nothing, as in another article.
func (s *Selection) Clear() {
	s.DropText()
	s.LetGo()
	s.Theirs, s.Relation = "", ""
}

// Within lets go of spans that are not in the set any more.
func (s *Selection) Within(set *annotations.Set) {
	if _, there := set.Span(s.Span); !there {
		s.Span, s.Among = "", nil
	}
	s.Several = s.Several.within(set)
}
