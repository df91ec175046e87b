package annotations

import "fmt"

// ChangeSet changes what an annotator says about a document as a whole: the
// state of the set, its note, its tags. The spans stay.
type ChangeSet struct {
	Document, Annotator string
	About               About
}

func (ChangeSet) kind() string { return "change-set" }

// Apply implements Edit; the inverse is a ChangeSet.
func (e ChangeSet) Apply(p *Project) (*Project, Edit, error) {
	a, set, err := p.wantedSet(e.Document, e.Annotator)
	if err != nil {
		return nil, nil, fmt.Errorf("change set: %w", err)
	}
	if err := e.About.check(p); err != nil {
		return nil, nil, fmt.Errorf("change set on %s: %w", quoteTitle(a.doc), err)
	}
	return p.withSet(a, set.saying(e.About)), ChangeSet{e.Document, e.Annotator, *set.about}, nil
}
