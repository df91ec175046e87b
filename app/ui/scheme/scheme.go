package scheme

import (
	"bytes"
	"context"
	"errors"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/session"
	"spanwise/app/ui/desk"
	"spanwise/app/ui/kit"
	"spanwise/corpus/ingest"
)

// question is what the scheme's dialog asks before it goes on.
type question string

const (
	noQuestion      question = ""
	discardQuestion question = "discard"
	applyQuestion   question = "apply"
)

// The ids of the scheme's dialog and of what in it takes the keyboard.
const (
	schemeID     = "scheme"
	schemeListID = "scheme-list"
	schemePartID = "scheme-part"
	schemeInput  = "scheme-file"
	answerID     = "scheme-answer"
)

// OnEditScheme opens the dialog, at the label that is chosen if there is one.
func (room *Room) OnEditScheme(app.Context, app.Event) { room.openScheme() }

func (room *Room) openScheme() {
	if !room.desk.MayEdit() {
		return
	}
	room.desk.Writing.Commit()
	if room.draftRules == nil {
		room.draftRules = browser.NewStylesheet()
	}
	room.scheming = newDraft(room.desk.Session.Project())
	if i := kit.LabelIndex(room.desk.Scheme(), room.desk.ChosenLabel()); i >= 0 {
		room.scheming.show(partOf(labelPart, i))
	}
	room.drawDraft()
	room.desk.Later(func() { browser.ShowModal(schemeID) })
}

// drawDraft brings the colours of the dialog up to date.
func (room *Room) drawDraft() { room.draftRules.Replace(draftRules(room.scheming.scheme)) }

// Render draws the dialog of the scheme, if it is open.
func (room *Room) Render() app.UI {
	if room.scheming == nil {
		return app.Div().Hidden(true)
	}
	return &schemeDialog{Room: room, Told: room.scheming.tell()}
}

// showPart shows a part of the scheme, and puts the keyboard there.
func (room *Room) showPart(at part) {
	room.scheming.show(at)
	room.drawDraft()
	room.desk.Later(func() { browser.Focus(schemePartID) })
}

// goToPart is showPart for a part that may be there already.
func (room *Room) goToPart(at part) {
	if room.scheming.at == at {
		browser.Focus(schemePartID)
		return
	}
	room.showPart(at)
}

// applyScheme brings the project under the draft, as one edit. What else it
// changes is said first, and what is wrong is shown where it is mended.
func (room *Room) applyScheme() {
	d, project := room.scheming, room.desk.Session.Project()
	if d.question == applyQuestion && d.plan.on == project {
		room.carryOutPlan(d.plan)
		return
	}
	if overtaken := d.follow(project); overtaken {
		d.trouble = "The scheme was changed in another tab. Apply again to put this one in its place, or Cancel to see that one."
		room.desk.Later(func() { browser.Focus(schemePartID) })
		return
	}
	if problems := d.problems(); len(problems) > 0 {
		room.showProblem(problems[0])
		return
	}
	if !session.HasMany(project) {
		made, err := planOf(project, d.scheme, d.instead, nil)
		room.planned(d, made, err)
		return
	}
	next, instead := d.scheme.Clone(), d.instead.Clone() // which may be edited meanwhile
	room.desk.Context.Async(func() {
		var made plan
		err := room.desk.Run("Working out what the scheme changes", func(ctx context.Context, tell session.Progress) (err error) {
			made, err = planOf(project, next, instead, desk.Pacing(ctx, "Looking at the spans…", tell))
			return err
		})
		room.desk.OnPage(func() { room.planned(d, made, err) })
	})
}

// planOf works out what another scheme changes.
func planOf(project *annotations.Project, next *annotations.Scheme, instead annotations.Instead, pace annotations.Pace) (plan, error) {
	batch, affected, err := annotations.Rescheme(project, next, instead, kit.Now(), pace)
	return plan{project, batch, affected}, err
}

// planned asks about a plan that touches what is marked, and carries out any other.
func (room *Room) planned(d *schemeDraft, made plan, err error) {
	switch {
	case room.scheming != d || errors.Is(err, context.Canceled):
		return
	case err != nil:
		d.trouble = kit.Sentence(err.Error())
		return
	}
	d.plan = made
	if made.affected.Any() {
		d.question = applyQuestion
		room.desk.Later(func() { browser.Focus(answerID) })
		return
	}
	room.carryOutPlan(made)
}

// plan is a change of scheme that was worked out on a project.
type plan struct {
	on       *annotations.Project
	batch    annotations.Batch
	affected annotations.Affected
}

// carryOutPlan does what applying comes to. The dialog stays open with the draft
// where that fails, and gives way to the one that shows how far long work is.
func (room *Room) carryOutPlan(made plan) {
	if session.IsLong(made.batch) {
		room.scheming.leaving = true
		room.closeScheme()
		return
	}
	if len(made.batch.Edits) > 0 {
		if err := room.desk.Session.Do(made.batch); err != nil {
			room.scheming.trouble = kit.Sentence(err.Error())
			return
		}
		room.desk.Notices.GoOn()
		room.desk.Ask.Refresh()
	}
	room.closeScheme()
	room.desk.Say("The scheme is changed")
}

// schemeClosed goes on when the dialog is closed: with a plan that is long work.
// Where that is not done the draft is there again.
func (room *Room) schemeClosed() {
	d := room.scheming
	room.scheming = nil
	if d == nil || !d.leaving {
		return
	}
	room.desk.Context.Async(func() {
		room.desk.DoLong(d.plan.batch, room.schemeApplied, func(why []string) { room.reopenScheme(d, why) })
	})
}

// schemeApplied says so, and lets go of what was written of the scheme.
func (room *Room) schemeApplied() {
	room.desk.Writing.End(desk.KeyFor(desk.SchemeWriting))
	room.desk.Say("The scheme is changed")
}

// reopenScheme opens the dialog with a draft that could not be applied.
func (room *Room) reopenScheme(d *schemeDraft, why []string) {
	d.leaving, d.trouble = false, strings.Join(why, " ")
	d.show(d.at)
	room.scheming = d
	room.drawDraft()
	room.desk.Later(func() { browser.ShowModal(schemeID) })
}

// showProblem shows the part that has a problem, with the keyboard in the field.
func (room *Room) showProblem(first problem) {
	d := room.scheming
	d.checked, d.narrow, d.question = true, true, noQuestion
	if d.at != first.Part {
		d.show(first.Part)
	}
	room.desk.Later(func() { browser.Focus(fieldID(first.Field)) })
}

// leaveScheme closes the dialog, or asks first where something would be lost.
func (room *Room) leaveScheme() {
	if d := room.scheming; d.changed() && d.question != discardQuestion {
		d.question = discardQuestion
		room.desk.Later(func() { browser.Focus(answerID) })
		return
	}
	room.closeScheme()
}

func (room *Room) closeScheme() { browser.CloseModal(schemeID) }

// onSchemeFile reads a scheme's file into the dialog.
func (room *Room) onSchemeFile(ctx app.Context, e app.Event) {
	list, input := ctx.JSSrc().Get("files"), ctx.JSSrc()
	ctx.Async(func() {
		files, err := browser.ReadFiles(list, kit.MaxFile)
		room.desk.OnPage(func() {
			browser.Empty(input)
			if err == nil && len(files) > 0 && room.scheming != nil {
				room.takeScheme(files[0])
			}
		})
	})
}

func (room *Room) takeScheme(file browser.File) {
	s, err := schemeOf(file.Data)
	if file.Err != nil {
		err = file.Err
	}
	if err != nil {
		room.scheming.trouble = file.Name + ": " + err.Error()
		return
	}
	room.loadScheme(s)
}

// loadScheme puts another scheme into the draft's place.
func (room *Room) loadScheme(s *annotations.Scheme) {
	room.scheming.load(s)
	room.scheming.narrow = true
	room.showPart(room.scheming.at)
}

// schemeOf reads a scheme's file, and nothing after it.
func schemeOf(data []byte) (*annotations.Scheme, error) {
	r, err := annotations.NewJSONReader(bytes.TrimPrefix(ingest.UTF8(data), []byte("\ufeff")), nil)
	if err != nil {
		return nil, err
	}
	s, err := r.Scheme()
	if err != nil {
		return nil, err
	}
	return s, r.End()
}

// exportScheme hands the draft out as a file, as far as it is one.
func (room *Room) exportScheme(ctx app.Context) {
	d := room.scheming
	for _, problem := range d.problems() {
		if problem.Part.Kind != gonePart {
			room.showProblem(problem)
			return
		}
	}
	var w annotations.JSONWriter
	w.Indent = true
	w.Scheme(d.scheme)
	name := "scheme.json"
	if id := idOf(d.scheme.Name); id != "" {
		name = "scheme-" + id + ".json"
	}
	ctx.Async(func() {
		if err := browser.Download(name, "application/json", append(w.Bytes(), '\n')); err != nil {
			room.desk.OnPage(func() { d.trouble = kit.Sentence(err.Error()) })
		}
	})
}

func partID(row int) string { return "scheme-row-" + strconv.Itoa(row) }

func fieldID(field string) string { return "scheme-field-" + field }
