package entryfield

import (
	"slices"

	"spanwise/annotations"
	"spanwise/corpus"
)

// mentionTexts knows which entries spans with the same words point to. It keeps
// what it has worked out about each set, since most stay as they are from one
// edit to the next.
type mentionTexts struct {
	of    *annotations.Project
	bySet map[*annotations.Set]map[string][]string // the entries' IDs by folded text
}

// follow brings it in line with a project.
func (m *mentionTexts) follow(p *annotations.Project) {
	if m.of == p {
		return
	}
	before := m.bySet
	m.of, m.bySet = p, map[*annotations.Set]map[string][]string{}
	for _, doc := range p.Documents() {
		for _, set := range p.Sets(doc.ID) {
			texts, known := before[set]
			if !known {
				texts = textsOf(doc, set)
			}
			if texts != nil {
				m.bySet[set] = texts
			}
		}
	}
}

// textsOf is nil for a set that mentions nothing.
func textsOf(doc *corpus.Document, set *annotations.Set) map[string][]string {
	var texts map[string][]string
	for s := range set.Mentioning() {
		if texts == nil {
			texts = map[string][]string{}
		}
		text := annotations.FoldName(s.Text(doc))
		if !slices.Contains(texts[text], s.Entry) {
			texts[text] = append(texts[text], s.Entry)
		}
	}
	return texts
}

// entries gives the IDs of the entries that spans with these words point to,
// those first that do so in most sets.
func (m *mentionTexts) entries(text string) []string {
	text = annotations.FoldName(text)
	sets := map[string]int{}
	var ids []string
	for _, texts := range m.bySet {
		for _, id := range texts[text] {
			if sets[id] == 0 {
				ids = append(ids, id)
			}
			sets[id]++
		}
	}
	slices.SortFunc(ids, func(a, b string) int {
		if sets[a] != sets[b] {
			return sets[b] - sets[a]
		}
		if a < b {
			return -1
		}
		return 1
	})
	return ids
}
