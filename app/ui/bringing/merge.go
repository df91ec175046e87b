package bringing

import (
	"context"
	"errors"

	"spanwise/annotations/format"
	"spanwise/annotations/intake"
	"spanwise/app/browser"
	"spanwise/app/session"
	"spanwise/app/session/importing"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
)

// incoming is the files of projects on their way in, and while a dialog asks about
// them the question.
type incoming struct {
	*importing.Decision

	files   []session.File
	run     *importing.Import
	changes int       // of what the dialog shows
	answer  chan bool // whether to go on
}

// called is what is taken in, in a few words.
func (i *incoming) called() string {
	if len(i.files) == 1 {
		return i.files[0].Name
	}
	return kit.Count(len(i.files), "file")
}

// importFiles takes the files of projects in, all of them together. It is not for
// the UI goroutine.
func (room *Room) importFiles(files []session.File, options format.Options) {
	if len(files) == 0 {
		return
	}
	i := &incoming{files: files, run: importing.New(room.desk.Session, files, options, room.desk.Store == nil)}
	err := room.importAll(i)
	room.desk.Session.Forget()
	room.desk.OnPage(func() { room.putRefusals(i, i.run.Refused(), err) })
}

// importAll asks what there is to ask until the import is over. An error says why
// nothing was imported.
func (room *Room) importAll(i *incoming) error {
	for {
		question, err := room.goOnWith(i)
		if err != nil {
			return err
		}
		switch q := question.(type) {
		case *importing.Decision:
			i.Decision = q
			err = room.ask(i)
		case *importing.Texts:
			err = room.askTexts(listedTexts(q.List))
		case *importing.Apart:
			room.openApart(i, q)
			return nil
		case *importing.Merged:
			room.tellMerged(i, q)
			return nil
		default:
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// goOnWith does what is to be done until the next question.
func (room *Room) goOnWith(i *incoming) (next importing.Question, err error) {
	err = room.desk.Run("Importing "+i.called(), func(ctx context.Context, tell session.Progress) error {
		next, err = i.run.Next(ctx, tell)
		return err
	})
	return next, err
}

// tellMerged shows what files have brought.
func (room *Room) tellMerged(i *incoming, told *importing.Merged) {
	room.desk.OnPage(func() {
		room.desk.Ask.Refresh()
		room.openPlaced(told.Texts)
		room.openAdded(told.Added)
		room.desk.Notices.Put(imported(i, told.Imported))
		room.desk.Ask.CheckSpans(room.desk.Session)
		room.desk.Later(func() { browser.ScrollToTop() })
	})
}

// ask shows the dialog and waits until a person has decided. Saying no is the end
// of the import.
func (room *Room) ask(i *incoming) error {
	room.asking.Lock() // two dialogs would be one too many
	defer room.asking.Unlock()
	i.answer = make(chan bool, 1)
	room.desk.OnPage(func() {
		room.incoming = i
		room.desk.Later(func() { browser.ShowModal(mergeID) })
	})
	defer room.desk.OnPage(func() {
		room.incoming = nil
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

// identify has an annotator of a file be somebody.
func (room *Room) identify(i *incoming, file int, person intake.Person) {
	i.Identify(file, person)
	room.replan(i)
}

// replan works out anew what an import does, as soon as that is not being done.
func (room *Room) replan(i *incoming) {
	i.changes++
	work, ok := i.Replan()
	if !ok {
		return
	}
	room.desk.Context.Async(func() {
		next := work(room.desk.Context)
		room.desk.OnPage(func() { room.replanned(i, next) })
	})
}

func (room *Room) replanned(i *incoming, next importing.Replanned) {
	i.changes++
	switch again, agreed := i.Take(next); {
	case again:
		room.replan(i)
	case agreed:
		room.goOn(i)
	}
}

// goOn does as a person has decided, once it is known what that is.
func (room *Room) goOn(i *incoming) {
	if i.Agree() {
		i.say(true)
		browser.CloseModal(mergeID)
	}
}

// keep takes a side in one conflict of a file, or with no ID in all of all files.
func (i *incoming) keep(file int, id string, side intake.Side) {
	i.changes++
	i.Keep(file, id, side)
}

// putRefusals tells which files were not taken in, and why; or if err is not nil
// that none was.
func (room *Room) putRefusals(i *incoming, refused []importing.Refusal, err error) {
	if err != nil {
		room.desk.Notices.Put(i.failed(err))
	}
	var lines []string
	for _, r := range refused {
		var why *format.BrokenError
		if len(i.files) == 1 || errors.As(r.Err, &why) {
			room.desk.Notices.Put(room.refusal(r.File, r.Err))
			continue
		}
		lines = append(lines, r.File.Name+" was not imported: "+r.Err.Error())
	}
	room.desk.Notices.Add(desk.Failure, lines...)
}
