package annotations

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
)

// Scheme is what can be said in a project: the labels of its spans, the
// relations between them, the tags of its documents, and how to choose. A scheme
// is never changed in place.
type Scheme struct {
	Name       string
	Source     string // where it was first described, or ""
	Guidelines string // how to mark, in plain paragraphs, or ""
	Labels     []Label
	Relations  []RelationLabel
	Tags       []Label // of them Key, Parent and the rules are not used
}

// RelationLabel is one way in which a span can be related to another.
type RelationLabel struct {
	ID, Name, Definition string
	// From and To are the IDs of the labels between which it goes; none stands
	// for any. It is a rule as a label's are: no edit is refused for it.
	From, To []string
}

// Label returns the label with the ID given.
func (s *Scheme) Label(id string) (Label, bool) { return labelIn(s.Labels, id) }

// Tag returns the label of tags with the ID given.
func (s *Scheme) Tag(id string) (Label, bool) { return labelIn(s.Tags, id) }

func labelIn(labels []Label, id string) (Label, bool) {
	if i := slices.IndexFunc(labels, func(l Label) bool { return l.ID == id }); i >= 0 {
		return labels[i], true
	}
	return Label{}, false
}

// Relation returns the label of relations with the ID given.
func (s *Scheme) Relation(id string) (RelationLabel, bool) {
	for _, r := range s.Relations {
		if r.ID == id {
			return r, true
		}
	}
	return RelationLabel{}, false
}

// Check says what is wrong with the scheme: a label without an ID or a name, two
// labels with one ID or one key, a key of more than one character, a colour that
// is not "#rrggbb", a parent that is not there or goes in a circle, an attribute
// that does not fit itself, a relation between labels that are not there, or
// text that is not valid UTF-8. A scheme without labels is fine.
func (s *Scheme) Check() error {
	if err := cmp.Or(checkUTF8("scheme name", s.Name), checkUTF8("source", s.Source), checkUTF8("guidelines", s.Guidelines)); err != nil {
		return err
	}
	return cmp.Or(checkLabels("label", s.Labels), s.checkKeys(), s.checkParents(), s.checkOffers(),
		checkLabels("tag", s.Tags), s.checkRelations())
}

func checkLabels(what string, labels []Label) error {
	ids := map[string]bool{}
	for i := range labels {
		l := &labels[i]
		if err := l.check(); err != nil {
			return fmt.Errorf("%s %d (%q): %w", what, i+1, l.ID, err)
		}
		if ids[l.ID] {
			return fmt.Errorf("%s %d: the ID %q is used twice", what, i+1, l.ID)
		}
		ids[l.ID] = true
	}
	return nil
}

func (s *Scheme) checkKeys() error {
	keys := map[string]string{}
	for _, l := range s.Labels {
		if other, taken := keys[l.Key]; taken && l.Key != "" {
			return fmt.Errorf("labels %q and %q have the same key %q", other, l.ID, l.Key)
		}
		keys[l.Key] = l.ID
	}
	return nil
}

// checkParents follows each label up to the top, in no more steps than there
// are labels.
func (s *Scheme) checkParents() error {
	parents := make(map[string]string, len(s.Labels))
	for _, l := range s.Labels {
		parents[l.ID] = l.Parent
	}
	for _, l := range s.Labels {
		up := l.Parent
		for range s.Labels {
			if up == "" {
				break
			}
			next, there := parents[up]
			if !there {
				return fmt.Errorf("label %q: its parent %q is not in the scheme", l.ID, up)
			}
			up = next
		}
		if up != "" {
			return fmt.Errorf("label %q: its parents go in a circle", l.ID)
		}
	}
	return nil
}

// checkOffers looks for attributes that offer, or take, the entries of a label that is
// not there.
func (s *Scheme) checkOffers() error {
	for _, l := range slices.Concat(s.Labels, s.Tags) {
		for _, a := range l.Attributes {
			if _, there := s.Label(a.Offers); a.Offers != "" && !there {
				return fmt.Errorf("label %q: attribute %q offers entries of %q, which is not in the scheme", l.ID, a.ID, a.Offers)
			}
			for i, id := range a.Labels {
				if _, there := s.Label(id); !there {
					return fmt.Errorf("label %q: attribute %q takes entries of %q, which is not in the scheme", l.ID, a.ID, id)
				}
				if slices.Contains(a.Labels[:i], id) {
					return fmt.Errorf("label %q: attribute %q takes entries of %q twice", l.ID, a.ID, id)
				}
			}
		}
	}
	return nil
}

func (s *Scheme) checkRelations() error {
	ids := map[string]bool{}
	for i, r := range s.Relations {
		if err := s.checkRelation(r); err != nil {
			return fmt.Errorf("relation %d (%q): %w", i+1, r.ID, err)
		}
		if ids[r.ID] {
			return fmt.Errorf("relation %d: the ID %q is used twice", i+1, r.ID)
		}
		ids[r.ID] = true
	}
	return nil
}

func (s *Scheme) checkRelation(r RelationLabel) error {
	switch {
	case r.ID == "":
		return errors.New("it has no ID")
	case r.Name == "":
		return errors.New("it has no name")
	}
	for _, id := range slices.Concat(r.From, r.To) {
		if _, there := s.Label(id); !there {
			return fmt.Errorf("the label %q is not in the scheme", id)
		}
	}
	return cmp.Or(checkUTF8("ID", r.ID), checkUTF8("name", r.Name), checkUTF8("definition", r.Definition))
}

// Equal reports whether two schemes say the same in every field.
func (s *Scheme) Equal(t *Scheme) bool {
	return s == t || s != nil && t != nil &&
		s.Name == t.Name && s.Source == t.Source && s.Guidelines == t.Guidelines &&
		slices.EqualFunc(s.Labels, t.Labels, Label.Equal) &&
		slices.EqualFunc(s.Relations, t.Relations, RelationLabel.equal) &&
		slices.EqualFunc(s.Tags, t.Tags, Label.Equal)
}

func (r RelationLabel) equal(t RelationLabel) bool {
	return r.ID == t.ID && r.Name == t.Name && r.Definition == t.Definition &&
		slices.Equal(r.From, t.From) && slices.Equal(r.To, t.To)
}

// Clone returns a scheme of its own that says the same.
func (s *Scheme) Clone() *Scheme {
	c := *s
	c.Labels, c.Tags, c.Relations = cloneLabels(s.Labels), cloneLabels(s.Tags), slices.Clone(s.Relations)
	for i := range c.Relations {
		r := &c.Relations[i]
		r.From, r.To = slices.Clone(r.From), slices.Clone(r.To)
	}
	return &c
}

func cloneLabels(labels []Label) []Label {
	labels = slices.Clone(labels)
	for i := range labels {
		l := &labels[i]
		l.Examples, l.Attributes = slices.Clone(l.Examples), slices.Clone(l.Attributes)
		for j := range l.Attributes {
			a := &l.Attributes[j]
			a.Default, a.Options, a.Labels = slices.Clone(a.Default), slices.Clone(a.Options), slices.Clone(a.Labels)
		}
	}
	return labels
}
