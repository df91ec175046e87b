package annotations

import "slices"

// entry sees to it that the register has the entry, whether it is there or not.
func (r *reconciler) entry(e Entry) {
	old, there := r.project.Entry(e.ID)
	switch {
	case r.project.label(e.Label) == nil:
		r.drop("the entry “%s” could not be kept: its label was removed meanwhile", e.Name)
	case !there:
		r.do(AddEntry{e})
	default:
		if old.Label != e.Label && r.project.checkUnused(old) != nil {
			r.drop("the entry “%s” stays with its label: spans point to it meanwhile", e.Name)
			e.Label = old.Label
		}
		r.do(ChangeEntry{e})
	}
}

func (r *reconciler) removeEntry(e RemoveEntry) {
	entry, there := r.project.Entry(e.ID)
	if !there {
		return
	}
	if r.project.checkUnused(entry) != nil {
		r.drop("the entry “%s” could not be removed: spans point to it meanwhile", entry.Name)
		return
	}
	r.do(e)
}

// relation sees to it that two spans are related, whether they are so or not.
func (r *reconciler) relation(s Relation) {
	if err := s.check(r.project); err != nil {
		r.drop("a relation could not be kept: %w", err)
		return
	}
	if _, there := r.project.Relation(s.ID); there {
		r.do(ChangeRelation{s})
		return
	}
	r.do(AddRelation{s})
}

// annotator sees to it that there is the annotator, by this name.
func (r *reconciler) annotator(a Annotator, at int) {
	if r.project.annotatorAt(a.ID) >= 0 {
		r.do(ChangeAnnotator{a})
		return
	}
	r.do(AddAnnotator{a, min(at, len(r.project.annotators))})
}

func (r *reconciler) removeAnnotator(e RemoveAnnotator) {
	a, there := r.project.Annotator(e.ID)
	if !there {
		return
	}
	if err := r.project.checkIdle(e.ID); err != nil {
		r.drop("the annotator “%s” could not be removed: %w", a.Name, err)
		return
	}
	r.do(e)
}

// scheme gives the project the scheme with what it lacks and is in use: a label
// that is not there at all, behind the others; of one that is there, the
// attributes as they are now.
func (r *reconciler) scheme(e ChangeScheme) {
	if e.Scheme == nil {
		r.drop("the scheme could not be changed: there is no other")
		return
	}
	if e.Scheme.Check() != nil {
		r.do(e)
		return
	}
	scheme := e.Scheme.Clone()
	keep := map[keptKind]bool{}
	for m := range r.project.misfits(r.project.withScheme(scheme)) {
		keep[m.keeps()] = true
	}
	scheme.Labels = r.keepLabels(keep, r.project.scheme.Labels, scheme.Labels, false)
	scheme.Tags = r.keepLabels(keep, r.project.scheme.Tags, scheme.Tags, true)
	r.keepRelations(keep, scheme)
	r.do(ChangeScheme{scheme})
}

// keptKind names a part of a scheme that is in use.
type keptKind struct {
	label         string
	tag, relation bool
}

func (m misfit) keeps() keptKind { return keptKind{m.label, m.tag, m.relation != nil} }

// keepLabels returns the labels with those of ours that are in use.
func (r *reconciler) keepLabels(keep map[keptKind]bool, ours, labels []Label, tags bool) []Label {
	for _, l := range ours {
		if !keep[keptKind{l.ID, tags, false}] {
			continue
		}
		if i := slices.IndexFunc(labels, func(o Label) bool { return o.ID == l.ID }); i >= 0 {
			r.drop("the attributes of “%s” could not be changed: they have been used meanwhile", l.Name)
			labels[i].Attributes = withoutOffers(l.Attributes)
			continue
		}
		r.drop("the label “%s” could not be removed: it has been used meanwhile", l.Name)
		labels = append(labels, l.besides(labels))
	}
	return labels
}

// besides is a label that can stand behind others, whatever they are: with no key
// that is taken, and without a word about labels that may be gone.
func (l Label) besides(labels []Label) Label {
	if slices.ContainsFunc(labels, func(o Label) bool { return o.Key == l.Key }) {
		l.Key = ""
	}
	l.Parent, l.Attributes = "", withoutOffers(l.Attributes)
	return l
}

func withoutOffers(attributes []Attribute) []Attribute {
	attributes = slices.Clone(attributes)
	for i := range attributes {
		attributes[i].Offers = ""
	}
	return attributes
}

func (r *reconciler) keepRelations(keep map[keptKind]bool, scheme *Scheme) {
	for _, rel := range r.project.scheme.Relations {
		if !keep[keptKind{rel.ID, false, true}] {
			continue
		}
		r.drop("the relation “%s” could not be removed: it has been used meanwhile", rel.Name)
		gone := func(id string) bool { _, there := scheme.Label(id); return !there }
		rel.From, rel.To = slices.DeleteFunc(slices.Clone(rel.From), gone), slices.DeleteFunc(slices.Clone(rel.To), gone)
		scheme.Relations = append(scheme.Relations, rel)
	}
}
