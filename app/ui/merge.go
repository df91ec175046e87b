package ui

import (
	"context"
	"maps"
	"path"
	"strings"

	"spanwise/annotations/format/spanwise"
	"spanwise/app/browser"
	"spanwise/app/session"
)

// importing is a Spanwise file on its way in.
type importing struct {
	file     browser.File
	repaired bool // what does not fit in it is made to
	among    bool // other files come with it, so that only conflicts are asked about

	read    *session.Incoming
	plan    spanwise.Plan // while the dialog is open
	choices spanwise.Choices
	busy    bool // with another plan
	again   bool // and one more is wanted
	trouble string
	changes int       // of what the dialog shows
	answer  chan bool // whether to go on
}

// merge reads a file and merges it, and asks a person where something is to be
// decided. It is not for the UI goroutine.
func (p *Page) merge(i *importing) (told session.Imported, err error) {
	i.choices.Source = strings.TrimSuffix(i.file.Name, path.Ext(i.file.Name))
	var texts []*changedText
	err = p.run("Importing "+i.file.Name, func(ctx context.Context, tell session.Progress) (err error) {
		if texts, err = p.readIncoming(ctx, i, tell); err == nil && len(texts) == 0 {
			told, err = p.session.Merge(ctx, i.read, i.choices, i.asks, tell)
		}
		return err
	})
	if err == nil && len(texts) > 0 {
		told, err = p.mergePlaced(i, texts)
	}
	if err != nil || told.Asked == nil {
		return told, err
	}
	if err := p.ask(i, *told.Asked); err != nil {
		return told, err
	}
	err = p.run("Importing "+i.file.Name, func(ctx context.Context, tell session.Progress) (err error) {
		told, err = p.session.Merge(ctx, i.read, i.choices, nil, tell)
		return err
	})
	return told, err
}

// asks reports whether a person is to decide on anything of a plan: on conflicts,
// and, unless many files come at once, on who has marked the file.
func (i *importing) asks(plan spanwise.Plan) bool {
	if len(plan.Conflicts) > 0 {
		return true
	}
	for _, person := range plan.People {
		if !person.Sure && !i.among {
			return true
		}
	}
	return false
}

// ask shows the plan and waits until a person has decided. Saying no is the end
// of the import.
func (p *Page) ask(i *importing, plan spanwise.Plan) error {
	p.asking.Lock() // two dialogs would be one too many
	defer p.asking.Unlock()
	i.follow(plan)
	i.answer = make(chan bool, 1)
	p.onPage(func() {
		p.importing = i
		p.later(func() { browser.ShowModal(mergeID) })
	})
	defer p.onPage(func() {
		p.importing = nil
		p.focusText()
	})
	select {
	case yes := <-i.answer:
		if yes {
			return nil
		}
	case <-p.ctx.Done():
	}
	return context.Canceled
}

// follow takes over a plan, and who it says the file's annotators are.
func (i *importing) follow(plan spanwise.Plan) {
	i.plan = plan
	i.choices.People = map[string]spanwise.Person{}
	for _, person := range plan.People {
		i.choices.People[person.ID] = person
	}
}

// be has an annotator of the file be somebody, on which depends what else there
// is to decide.
func (p *Page) be(i *importing, person spanwise.Person) {
	for id, other := range i.choices.People {
		if other.As == person.As && person.As != "" && id != person.ID {
			other.As = ""
			i.choices.People[id] = other
		}
	}
	i.choices.People[person.ID] = person
	i.changes++
	if i.busy {
		i.again = true
		return
	}
	p.planAnew(i)
}

// planAnew works out what an import does as it is chosen now.
func (p *Page) planAnew(i *importing) {
	i.busy, i.again = true, false
	choices := i.choices
	choices.People, choices.Sides = maps.Clone(choices.People), maps.Clone(choices.Sides)
	p.ctx.Async(func() {
		plan, err := p.session.Plan(p.ctx, i.read, choices, nil)
		p.onPage(func() { p.planned(i, plan, err) })
	})
}

func (p *Page) planned(i *importing, plan spanwise.Plan, err error) {
	i.busy, i.trouble = false, ""
	i.changes++
	switch {
	case i.again:
		p.planAnew(i)
	case err != nil:
		i.trouble = sentence(err.Error())
	default:
		i.follow(plan)
	}
}

// keep takes a side in one conflict, or with no ID in all.
func (i *importing) keep(id string, side spanwise.Side) {
	i.changes++
	i.again = i.again || i.busy // what is being worked out does not know of it
	if id == "" {
		i.choices.All, i.choices.Sides = side, nil
		for k := range i.plan.Conflicts {
			i.plan.Conflicts[k].Side = side
		}
		return
	}
	if i.choices.Sides == nil {
		i.choices.Sides = map[string]spanwise.Side{}
	}
	i.choices.Sides[id] = side
	for k := range i.plan.Conflicts {
		if c := &i.plan.Conflicts[k]; c.ID == id {
			c.Side = side
		}
	}
}
