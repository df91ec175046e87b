package scheme

import "spanwise/annotations"

// wordyIn gives the attributes of a scheme that are texts which name entries: what they
// say stays as it is when an entry gets another name.
func wordyIn(s *annotations.Scheme) (all []*annotations.Attribute) {
	for _, labels := range [][]annotations.Label{s.Labels, s.Tags} {
		for i := range labels {
			for j := range labels[i].Attributes {
				if a := &labels[i].Attributes[j]; a.Type == annotations.Text && a.Offers != "" {
					all = append(all, a)
				}
			}
		}
	}
	return all
}

// wordy are the names of such attributes that the project has, and the draft still has.
func (d *schemeDraft) wordy() (names []string) {
	if len(wordyIn(d.was)) == 0 {
		return nil // the draft's are new, and meant so
	}
	for _, a := range wordyIn(d.scheme) {
		names = append(names, a.Name)
	}
	return names
}

// point has them all point to entries.
func (d *schemeDraft) point() {
	for _, a := range wordyIn(d.scheme) {
		retype(a, annotations.Entries)
		a.Several = true
	}
}
