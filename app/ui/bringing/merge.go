package bringing

import (
	"cmp"
	"context"
	"errors"
	"maps"

	"spanwise/annotations"
	"spanwise/annotations/format"
	"spanwise/annotations/merge"
	"spanwise/app/browser"
	"spanwise/app/session"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
)

// importing is Spanwise files on their way in, and while a dialog asks about them
// what has been chosen.
type importing struct {
	files    []browser.File
	repaired bool                // what does not fit in them is made to
	read     []*session.Incoming // those that could be read
	refused  []refusedFile

	apart    bool // they become a project of their own, and are not merged into the open one
	alone    bool // there can be no other project
	decided  bool // that they are merged, so that only what else there is to decide is asked
	holds    merge.Tally
	merging  []merge.Plan // of each file that could be read
	together []merge.Plan // the same where several become one project
	busy     bool         // with other plans
	again    bool         // and others yet are wanted
	agreed   bool         // a person has said yes meanwhile
	trouble  string
	changes  int       // of what the dialog shows
	answer   chan bool // whether to go on
}

// refusedFile is one that could not be read.
type refusedFile struct {
	file browser.File
	err  error
}

// several reports whether more than one file is taken in.
func (i *importing) several() bool { return len(i.read) > 1 }

// called is what is taken in, in a few words.
func (i *importing) called() string {
	if len(i.files) == 1 {
		return i.files[0].Name
	}
	return kit.Count(len(i.files), "file")
}

// importFiles takes Spanwise files in, all of them together. A file alone that
// comes to somebody who has done nothing yet is opened at once. It is not for the
// UI goroutine.
func (room *Room) importFiles(files []browser.File, repaired bool) {
	if len(files) == 0 {
		return
	}
	i := &importing{files: files, repaired: repaired}
	err := room.readFiles(i)
	switch {
	case err != nil:
	case len(i.read) == 0:
	case len(files) == 1 && room.desk.Session.Untouched():
		room.openApart(i)
	default:
		err = room.takeIn(i)
	}
	room.desk.OnPage(func() { room.putRefusals(i, err) })
}

// readFiles reads the files, and works out what could be done with them.
func (room *Room) readFiles(i *importing) error {
	return room.desk.Run("Importing "+i.called(), func(ctx context.Context, tell session.Progress) error {
		for _, file := range i.files {
			in, err := (*session.Incoming)(nil), file.Err
			if err == nil {
				in, err = room.desk.Session.ReadFile(ctx, file.Name, file.Data, i.repaired, tell)
			}
			switch {
			case ctx.Err() != nil:
				return ctx.Err()
			case err != nil:
				i.refused = append(i.refused, refusedFile{file, err})
			default:
				i.read = append(i.read, in)
			}
		}
		if len(i.read) == 0 {
			return nil
		}
		return room.plan(ctx, i, i.read, tell)
	})
}

// plan works out what it is to merge files, and to make a project of them.
func (room *Room) plan(ctx context.Context, i *importing, files []*session.Incoming, tell session.Progress) (err error) {
	if i.merging, err = room.desk.Session.Plan(ctx, files, tell); err != nil {
		return err
	}
	if len(files) == 1 {
		i.holds = merge.TallyOf(files[0].Project())
		return nil
	}
	var whole *annotations.Project
	if i.together, whole, err = room.desk.Session.Together(ctx, files, tell); err == nil {
		i.holds = merge.TallyOf(whole)
	}
	return err
}

// takeIn asks what is to become of files, and does it. Where merging them brings
// nothing there is nothing to ask.
func (room *Room) takeIn(i *importing) error {
	fresh := room.desk.Session.Untouched()
	i.alone = room.desk.Store == nil && !fresh
	i.apart = !i.alone && (fresh || !i.several())
	if i.bringsNothing() {
		i.apart = false
		return room.mergeFiles(i)
	}
	if err := room.ask(i); err != nil {
		return err
	}
	if i.apart {
		room.openApart(i)
		return nil
	}
	for k, in := range i.read {
		i.read[k] = in.Settled(i.merging[k])
	}
	return room.mergeFiles(i)
}

// bringsNothing reports whether everything in the files is here already.
func (i *importing) bringsNothing() bool {
	for _, plan := range i.merging {
		if len(plan.Edit.Edits) > 0 || len(plan.Conflicts) > 0 {
			return false
		}
	}
	return true
}

// mergeFiles merges files into the open project, as one edit. Their texts that are
// not the same here are asked about first.
func (room *Room) mergeFiles(i *importing) error {
	texts, err := room.placeTexts(i)
	if err != nil {
		return err
	}
	var told session.Imported
	err = room.desk.Run("Importing "+i.called(), func(ctx context.Context, tell session.Progress) error {
		told, err = room.desk.Session.Merge(ctx, i.read, tell)
		return err
	})
	if err != nil {
		return err
	}
	room.desk.OnPage(func() {
		room.desk.Ask.Refresh()
		room.openPlaced(texts)
		room.openAdded(told.Added)
		room.desk.Notices.Put(imported(i, told))
		room.desk.Ask.CheckSpans(room.desk.Session)
		room.desk.Later(func() { browser.ScrollToTop() })
	})
	return nil
}

// placeTexts asks about the texts of the files that are not the same here, puts
// their spans where a person wants them, and gives those texts. What there is to
// decide because of that is asked as well.
func (room *Room) placeTexts(i *importing) (all []*changedText, err error) {
	for k, in := range i.read {
		texts, err := room.changedIn(i, k)
		if err == nil && len(texts) > 0 {
			i.read[k], err = room.place(in, texts)
		}
		if err != nil {
			return nil, err
		}
		all = append(all, texts...)
	}
	if len(all) == 0 {
		return nil, nil
	}
	decided := i.conflicts()
	err = room.desk.Run("Importing "+i.called(), func(ctx context.Context, tell session.Progress) error {
		i.merging, err = room.desk.Session.Plan(ctx, i.read, tell)
		return err
	})
	if err == nil && i.conflicts() > decided {
		i.decided = true
		err = room.ask(i)
	}
	return all, err
}

// conflicts counts what there is to decide where the files are merged.
func (i *importing) conflicts() int { return conflictsOf(i.merging) }

func conflictsOf(plans []merge.Plan) (n int) {
	for _, plan := range plans {
		n += len(plan.Conflicts)
	}
	return n
}

// ask shows the dialog and waits until a person has decided. Saying no is the end
// of the import.
func (room *Room) ask(i *importing) error {
	room.asking.Lock() // two dialogs would be one too many
	defer room.asking.Unlock()
	i.answer = make(chan bool, 1)
	room.desk.OnPage(func() {
		room.importing = i
		room.desk.Later(func() { browser.ShowModal(mergeID) })
	})
	defer room.desk.OnPage(func() {
		room.importing = nil
		room.desk.FocusText()
	})
	select {
	case yes := <-i.answer:
		if yes {
			return nil
		}
	case <-room.desk.Context.Done():
	}
	return context.Canceled
}

// be has an annotator of a file be somebody, on which depends what else there is to
// decide.
func (room *Room) be(i *importing, file int, person merge.Person) {
	in := i.read[file]
	people := map[string]merge.Person{}
	maps.Copy(people, in.Choices.People)
	for _, other := range i.plans()[file].People {
		if other.ID != person.ID && other.As == person.As && person.As != "" {
			other.As = ""
			people[other.ID] = other
		}
	}
	people[person.ID] = person
	in.Choices.People = people
	room.replan(i)
}

// plans are those of what is chosen now.
func (i *importing) plans() []merge.Plan {
	if i.apart && i.several() {
		return i.together
	}
	return i.merging
}

// replan works out anew what an import does, as soon as that is not being done.
func (room *Room) replan(i *importing) {
	i.changes++
	if i.again = i.busy; i.busy {
		return
	}
	i.busy = true
	next := &importing{}
	files := make([]*session.Incoming, len(i.read))
	for k, in := range i.read {
		copied := *in
		copied.Choices.Sides = maps.Clone(in.Choices.Sides)
		files[k] = &copied
	}
	room.desk.Context.Async(func() {
		err := room.plan(room.desk.Context, next, files, nil)
		room.desk.OnPage(func() { room.planned(i, next, err) })
	})
}

func (room *Room) planned(i, next *importing, err error) {
	i.busy, i.trouble = false, ""
	i.changes++
	switch {
	case i.again:
		room.replan(i)
	case i.take(next, err):
		room.goOn(i)
	}
}

// take takes in what an import does now, and reports whether a person has agreed
// to it: whoever types a name and presses Enter has, unless there is more to decide
// than they could see.
func (i *importing) take(next *importing, err error) (agreed bool) {
	agreed, i.agreed = i.agreed, false
	if err != nil {
		i.trouble = kit.Sentence(err.Error())
		return false
	}
	seen := conflictsOf(i.plans())
	i.holds, i.merging, i.together = next.holds, next.merging, next.together
	return agreed && conflictsOf(i.plans()) <= seen
}

// goOn does as a person has decided, once it is known what that is.
func (room *Room) goOn(i *importing) {
	if i.agreed = i.busy; i.busy {
		return
	}
	i.say(true)
	browser.CloseModal(mergeID)
}

// keep takes a side in one conflict of a file, or with no ID in all of all files.
func (i *importing) keep(file int, id string, side merge.Side) {
	i.changes++
	i.again = i.again || i.busy // what is being worked out does not know of it
	for k, in := range i.read {
		switch {
		case id == "":
			in.Choices.All, in.Choices.Sides = side, nil
		case k == file:
			sides := map[string]merge.Side{id: side}
			for other, chosen := range in.Choices.Sides {
				sides[other] = cmp.Or(sides[other], chosen)
			}
			in.Choices.Sides = sides
		}
	}
	for _, plans := range [][]merge.Plan{i.merging, i.together} {
		for k := range plans {
			for n := range plans[k].Conflicts {
				if c := &plans[k].Conflicts[n]; id == "" || k == file && c.ID == id {
					c.Side = side
				}
			}
		}
	}
}

// putRefusals tells which files were not taken in, and why; or if err is not nil
// that none was.
func (room *Room) putRefusals(i *importing, err error) {
	if err != nil {
		room.desk.Notices.Put(i.failed(err))
	}
	var lines []string
	for _, r := range i.refused {
		var why *format.BrokenError
		if len(i.files) == 1 || errors.As(r.err, &why) {
			room.desk.Notices.Put(room.refusal(r.file, r.err))
			continue
		}
		lines = append(lines, r.file.Name+" was not imported: "+r.err.Error())
	}
	room.desk.Notices.Add(desk.Failure, lines...)
}
