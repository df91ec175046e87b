package bringing

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"spanwise/annotations"
	"spanwise/annotations/intake"
	"spanwise/app/session"
	"spanwise/app/session/importing"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
)

// apartWords says what it is to make a project of files.
func (i *incoming) apartWords() string {
	what := "Open as a project of its own"
	if i.Several() {
		what = "Open together as one new project"
	}
	if i.Alone {
		return what + ": not possible here, since this browser keeps nothing"
	}
	return what + ": " + kit.OrNothing(kit.ListedThings(i.Holds))
}

// mergeWords says what it is to merge files into the project of the title given.
func (i *incoming) mergeWords(title string) string {
	var adds annotations.Tally
	for _, plan := range i.Merging {
		adds = adds.Plus(plan.Adds)
	}
	words := "adds " + kit.ListedThings(adds)
	if adds == (annotations.Tally{}) {
		words = "adds no article, annotator or span"
	}
	if n := importing.Conflicts(i.Merging); n > 0 {
		words += "; " + kit.Count(n, "difference") + " to decide"
	}
	return "Merge into “" + title + "”: " + words
}

// planWords says what one of several files adds.
func planWords(plan intake.Plan) string {
	words := kit.ListedThings(plan.Adds)
	if words == "" {
		words = "Nothing new"
	}
	if n := len(plan.Conflicts); n > 0 {
		words += "; " + kit.Count(n, "difference") + " to decide"
	}
	return words
}

// personHint says what there is to go by to tell who a person of a file is, "" if
// nothing.
func personHint(p intake.Person, here []annotations.Annotator) string {
	switch {
	case p.Contested:
		return "Several of these files have the same ID, and different marks. So each is somebody new, unless you say who."
	case p.Known:
		return "The ID in the file is that of “" + nameIn(here, p.ID) + "”."
	case p.Like != "":
		return "“" + nameIn(here, p.Like) + "” has " + strconv.Itoa(p.Shared) + " of these spans here."
	}
	return ""
}

func nameIn(all []annotations.Annotator, id string) string {
	for _, a := range all {
		if a.ID == id {
			return a.Name
		}
	}
	return ""
}

// imported says what files brought.
func imported(i *incoming, told session.Imported) desk.Notice {
	said := desk.Notice{Kind: desk.Done, Undo: told.Revision}
	switch {
	case told.Revision == 0:
		said.Sentences = []string{"Nothing was imported from " + i.called() + "."}
	case i.Several():
		said.Sentences = []string{fmt.Sprintf("Merged %s: %s added.", kit.Count(len(i.Files), "file"), kit.OrNothing(kit.ListedThings(told.Adds)))}
	default:
		said.Sentences = []string{"Imported " + i.called() + "."}
	}
	if len(told.Report) > 0 {
		said.Kind, said.Sentences = desk.Warning, append(said.Sentences, kit.InEnglish(told.Report)...)
	}
	return said
}

// failed tells why nothing was imported.
func (i *incoming) failed(err error) desk.Notice {
	if errors.Is(err, context.Canceled) {
		return desk.Notice{Kind: desk.Done, Sentences: []string{"The import of " + i.called() + " was cancelled.", "Nothing here was changed."}}
	}
	return desk.Notice{Kind: desk.Failure, Sentences: []string{i.called() + " could not be imported: " + err.Error(), "Nothing here was changed."}}
}
