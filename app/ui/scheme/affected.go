package scheme

import (
	"slices"
	"strconv"
	"strings"

	"spanwise/annotations"
	"spanwise/app/ui/kit"
)

// affectedWords says what a change of scheme does to the work.
func affectedWords(a annotations.Affected) string {
	labelled := things(a.Spans.Relabelled, a.Entries.Relabelled, a.Relations.Relabelled, a.Tags.Relabelled)
	deleted := things(a.Spans.Removed, a.Entries.Removed, a.Relations.Removed, a.Tags.Removed)
	var all []string
	if labelled != "" {
		all = append(all, "Another label for "+labelled+".")
	}
	if deleted != "" {
		all = append(all, "Deleted: "+deleted+".")
	}
	if a.Pointing > 0 {
		all = append(all, "Words that become the register entries called so: "+kit.Count(a.Pointing, "value")+".")
	}
	if a.NewEntries > 0 {
		all = append(all, "New in the register: "+things(0, a.NewEntries, 0, 0)+".")
	}
	all = append(all, leftOutWords(a)...)
	return strings.Join(append(all, "Undo takes all of it back at once."), " ")
}

// things is numbers of things as a person reads them.
func things(spans, entries, relations, tags int) string {
	var all []string
	if spans > 0 {
		all = append(all, kit.Count(spans, "span"))
	}
	switch {
	case entries == 1:
		all = append(all, "1 register entry")
	case entries > 1:
		all = append(all, strconv.Itoa(entries)+" register entries")
	}
	if relations > 0 {
		all = append(all, kit.Count(relations, "relation"))
	}
	if tags > 0 {
		all = append(all, kit.Count(tags, "tag"))
	}
	return strings.Join(all, ", ")
}

// leftOutWords say which values are left out: by their words where these are to be an
// entry and are the name of none, or of several.
func leftOutWords(a annotations.Affected) (all []string) {
	if none := unnamedWords(a.Unnamed, false); len(none) > 0 {
		all = append(all, "Left out, since no entry is called so: "+listed(none)+".")
	}
	if several := unnamedWords(a.Unnamed, true); len(several) > 0 {
		all = append(all, "Left out, since several entries are called so: "+listed(several)+".")
	}
	unnamed := map[annotations.Naming]bool{} // values, each of which may have several words
	for _, u := range a.Unnamed {
		unnamed[u.Naming] = true
	}
	if others := a.Values - len(unnamed); others > 0 {
		all = append(all, "Left out, since the new scheme does not know them: "+kit.Count(others, "value")+".")
	}
	return all
}

// unnamedWords are the words that no entry has as its name, or several have, each once.
func unnamedWords(unnamed []annotations.Unnamed, several bool) (words []string) {
	for _, u := range unnamed {
		if (u.Namesakes > 0) == several && !slices.Contains(words, u.Words) {
			words = append(words, u.Words)
		}
	}
	return words
}

// mostListed is how many words one sentence lists.
const mostListed = 12

func listed(words []string) string {
	var all []string
	for _, w := range words[:min(len(words), mostListed)] {
		all = append(all, "“"+kit.Shorten(w, kit.InClause)+"”")
	}
	said := strings.Join(all, ", ")
	if more := len(words) - mostListed; more > 0 {
		said += " and " + strconv.Itoa(more) + " more"
	}
	return said
}
