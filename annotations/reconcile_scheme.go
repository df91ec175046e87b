package annotations

import "slices"

// keepUsed returns a scheme, which it may change, with everything of r's that is in
// use.
func (r *reconciler) keepUsed(scheme *Scheme) *Scheme {
	keep := map[keptKind]bool{}
	for m := range r.project.misfits(r.project.withScheme(scheme)) {
		keep[m.keeps()] = true
	}
	scheme.Labels = r.keepLabels(keep, r.project.scheme.Labels, scheme.Labels, false)
	scheme.Tags = r.keepLabels(keep, r.project.scheme.Tags, scheme.Tags, true)
	r.keepRelations(keep, scheme)
	scheme.forgetLabels()
	return scheme
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

// forgetLabels takes from attributes the labels of entries that are gone.
func (s *Scheme) forgetLabels() {
	for _, labels := range [][]Label{s.Labels, s.Tags} {
		for i := range labels {
			labels[i].Attributes = slices.Clone(labels[i].Attributes)
			for j := range labels[i].Attributes {
				a := &labels[i].Attributes[j]
				a.Labels = slices.DeleteFunc(slices.Clone(a.Labels), func(id string) bool { _, there := s.Label(id); return !there })
			}
		}
	}
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
