package entryfield

import (
	"slices"
	"strings"

	"spanwise/annotations"
	"spanwise/app/ui/kit"
)

// entryIndex finds entries of the register by their names. It is made once for a
// register and serves until that changes.
type entryIndex struct {
	of      *annotations.Project // whose register it is
	entries []*annotations.Entry
	names   []string // as foldedNames
}

// Follow brings the index in line with a project.
func (x *entryIndex) Follow(p *annotations.Project) {
	if x.of != nil && p.SharesRegister(x.of) {
		x.of = p
		return
	}
	*x = entryIndex{of: p}
	for e := range p.Entries() {
		x.entries = append(x.entries, e)
		x.names = append(x.names, foldedNames(e))
	}
}

// foldedNames are the name and the aliases, each between line ends.
func foldedNames(e *annotations.Entry) string {
	var b strings.Builder
	b.WriteByte('\n')
	b.WriteString(annotations.FoldName(e.Name))
	for _, alias := range e.Aliases {
		b.WriteByte('\n')
		b.WriteString(annotations.FoldName(alias))
	}
	b.WriteByte('\n')
	return b.String()
}

// IsCalled reports whether one of an entry's names is just this.
func IsCalled(e *annotations.Entry, name string) bool {
	return strings.Contains(foldedNames(e), "\n"+annotations.FoldName(name)+"\n")
}

// How well an entry goes with words that were typed; the least is the best.
const (
	sameName    = iota // the name or an alias is just that
	beginsName         // the name begins so
	beginsAlias        // an alias begins so
	beginsWord         // a word of a name begins so
	withinName         // it stands somewhere
	hasWords           // its words do, in some order
	noMatch
)

// sought is what is looked for, in the forms in which names are compared.
type sought struct {
	text, begin, word, line string
	words                   []string
}

func seek(text string) sought {
	text = annotations.FoldName(text)
	return sought{text, "\n" + text, " " + text, "\n" + text + "\n", strings.Fields(text)}
}

// match says how well folded names go with what is sought.
func (s *sought) match(names string) int {
	switch {
	case !strings.Contains(names, s.text):
		if kit.HasAll(names, s.words) {
			return hasWords
		}
		return noMatch
	case strings.HasPrefix(names, s.line):
		return sameName
	case strings.HasPrefix(names, s.begin):
		return beginsName
	case strings.Contains(names, s.line):
		return sameName
	case strings.Contains(names, s.begin):
		return beginsAlias
	case strings.Contains(names, s.word):
		return beginsWord
	}
	return withinName
}

// find gives the entries of a label that go best with some words, not more than
// so many, the best first.
func (x *entryIndex) find(label, text string, most int) []*annotations.Entry {
	look := seek(text)
	var found [noMatch][]*annotations.Entry
	for i, e := range x.entries {
		if e.Label != label {
			continue
		}
		if rank := look.match(x.names[i]); rank < noMatch && len(found[rank]) < most {
			found[rank] = append(found[rank], e)
		}
	}
	all := slices.Concat(found[:]...)
	return all[:min(most, len(all))]
}

// within gives the entries of a label of which a name stands within a text, such
// as "Shoigu" in "Defence Minister Shoigu": not more than so many.
func (x *entryIndex) within(label, text string, most int) []*annotations.Entry {
	text = " " + annotations.FoldName(text) + " "
	var found []*annotations.Entry
	for i, e := range x.entries {
		if len(found) == most {
			break
		}
		if e.Label == label && namesAny(text, x.names[i]) {
			found = append(found, e)
		}
	}
	return found
}

// namesAny reports whether a text, which begins and ends with a space, has one of
// the names as whole words.
func namesAny(text, names string) bool {
	for name := range strings.SplitSeq(names, "\n") {
		if at := strings.Index(text, name); name != "" && at > 0 && text[at-1] == ' ' && text[at+len(name)] == ' ' {
			return true
		}
	}
	return false
}

// Listed gives all entries that have every word, in the order of the register,
// of one label or of all.
func (x *entryIndex) Listed(label, text string) []*annotations.Entry {
	words := strings.Fields(annotations.FoldName(text))
	if label == "" && len(words) == 0 {
		return x.entries
	}
	var found []*annotations.Entry
	for i, e := range x.entries {
		if (label == "" || e.Label == label) && kit.HasAll(x.names[i], words) {
			found = append(found, e)
		}
	}
	return found
}
