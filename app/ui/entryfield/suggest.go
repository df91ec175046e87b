package entryfield

import (
	"slices"
	"strings"

	"spanwise/annotations"
	"spanwise/app/ui/kit"
)

// mostSuggestions is how many entries are offered at a time: as many as one reads
// before one would rather type another letter.
const mostSuggestions = 7

// Suggestion is a row of what is offered while one types.
type Suggestion struct {
	Entry string // the ID of an entry, or "" for one that is yet to be made
	Name  string
	Hint  string // another name, by which it was found
	New   bool   // it is no entry yet, and what is made of it is made on purpose
	Label string // of an entry that is yet to be made
}

// Suggester knows what to suggest.
type Suggester struct {
	Index entryIndex
	texts mentionTexts
}

// Follow brings it in line with a project.
func (o *Suggester) Follow(p *annotations.Project) {
	o.Index.Follow(p)
	o.texts.follow(p)
}

// Before is what is offered before anything is typed: the entries that spans with
// the words of this one point to, then those whose names go with its words.
func (o *Suggester) Before(p *annotations.Project, label, covered string) []Suggestion {
	var found []*annotations.Entry
	for _, id := range o.texts.entries(covered) {
		if e, there := p.Entry(id); there && e.Label == label {
			found = append(found, e)
		}
	}
	found = append(found, o.Index.find(label, covered, mostSuggestions)...)
	found = append(found, o.Index.within(label, covered, mostSuggestions)...)
	return suggestionsOf(found, covered)
}

// Typed is what is offered for words that were typed.
func (o *Suggester) Typed(label, words string) []Suggestion {
	return suggestionsOf(o.Index.find(label, words, mostSuggestions), words)
}

// TypedOf is the same for entries of several labels.
func (o *Suggester) TypedOf(labels []string, words string) []Suggestion {
	var list []Suggestion
	for _, label := range labels {
		list = append(list, o.Typed(label, words)...)
	}
	return list[:min(len(list), mostSuggestions)]
}

// Usual is the entries of some labels that are mentioned most.
func (o *Suggester) Usual(p *annotations.Project, labels []string) []Suggestion {
	counts := p.MentionCounts()
	of := slices.DeleteFunc(slices.Clone(o.Index.entries), func(e *annotations.Entry) bool { return !slices.Contains(labels, e.Label) })
	slices.SortStableFunc(of, func(a, b *annotations.Entry) int { return counts[b.ID].All() - counts[a.ID].All() })
	return suggestionsOf(of, "")
}

// suggestionsOf suggests each entry once.
func suggestionsOf(entries []*annotations.Entry, sought string) []Suggestion {
	var list []Suggestion
	for _, e := range entries {
		known := slices.ContainsFunc(list, func(o Suggestion) bool { return o.Entry == e.ID })
		if !known && len(list) < mostSuggestions {
			list = append(list, Suggestion{Entry: e.ID, Name: e.Name, Hint: otherName(e, sought)})
		}
	}
	return list
}

// otherName is the alias that goes with the words where the name does not.
func otherName(e *annotations.Entry, sought string) string {
	words := strings.Fields(annotations.FoldName(sought))
	if kit.HasAll(annotations.FoldName(e.Name), words) {
		return ""
	}
	for _, alias := range e.Aliases {
		if kit.HasAll(annotations.FoldName(alias), words) {
			return alias
		}
	}
	return ""
}
