package ui

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/session"
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

// onEditScheme opens the dialog, at the label that is chosen if there is one.
func (p *Page) onEditScheme(app.Context, app.Event) { p.openScheme() }

func (p *Page) openScheme() {
	if !p.mayEdit() {
		return
	}
	p.keepNote()
	if p.draftRules == nil {
		p.draftRules = browser.NewStylesheet()
	}
	p.scheming = newDraft(p.session.Project())
	if i := labelIndex(p.scheme(), p.chosenLabel()); i >= 0 {
		p.scheming.show(partOf(labelPart, i))
	}
	p.drawDraft()
	p.later(func() { browser.ShowModal(schemeID) })
}

// drawDraft brings the colours of the dialog up to date.
func (p *Page) drawDraft() { p.draftRules.Replace(draftRules(p.scheming.scheme)) }

func (p *Page) renderScheme() app.UI {
	if p.scheming == nil {
		return app.Div().Hidden(true)
	}
	return &schemeDialog{Page: p, Told: p.scheming.tell()}
}

// showPart shows a part of the scheme, and puts the keyboard there.
func (p *Page) showPart(at part) {
	p.scheming.show(at)
	p.drawDraft()
	p.later(func() { browser.Focus(schemePartID) })
}

// goToPart is showPart for a part that may be there already.
func (p *Page) goToPart(at part) {
	if p.scheming.at == at {
		browser.Focus(schemePartID)
		return
	}
	p.showPart(at)
}

// applyScheme brings the project under the draft, as one edit. What else it
// changes is said first, and what is wrong is shown where it is mended.
func (p *Page) applyScheme() {
	d, project := p.scheming, p.session.Project()
	if d.question == applyQuestion && d.plan.on == project {
		p.carryOutPlan(d.plan)
		return
	}
	if overtaken := d.follow(project); overtaken {
		d.trouble = "The scheme was changed in another tab. Apply again to put this one in its place, or Cancel to see that one."
		p.later(func() { browser.Focus(schemePartID) })
		return
	}
	if problems := d.problems(); len(problems) > 0 {
		p.showProblem(problems[0])
		return
	}
	batch, affected, err := annotations.Rescheme(project, d.scheme, d.instead, now())
	if err != nil {
		d.trouble = sentence(err.Error())
		return
	}
	d.plan = plan{project, batch, affected}
	if affected.Any() {
		d.question = applyQuestion
		p.later(func() { browser.Focus(answerID) })
		return
	}
	p.carryOutPlan(d.plan)
}

// plan is a change of scheme that was worked out on a project.
type plan struct {
	on       *annotations.Project
	batch    annotations.Batch
	affected annotations.Affected
}

// carryOutPlan does what applying comes to. The dialog stays open with the draft
// where that fails, and gives way to the one that shows how far long work is.
func (p *Page) carryOutPlan(made plan) {
	if session.IsLong(made.batch) {
		p.scheming.leaving = true
		p.closeScheme()
		return
	}
	if len(made.batch.Edits) > 0 {
		if err := p.session.Do(made.batch); err != nil {
			p.scheming.trouble = sentence(err.Error())
			return
		}
		p.notices.goOn()
		p.refresh()
	}
	p.closeScheme()
	p.say("The scheme is changed")
}

// schemeClosed goes on when the dialog is closed: with a plan that is long work.
// Where that is not done the draft is there again.
func (p *Page) schemeClosed() {
	d := p.scheming
	p.scheming = nil
	if d == nil || !d.leaving {
		return
	}
	p.ctx.Async(func() {
		p.doLong(d.plan.batch, func() { p.say("The scheme is changed") }, func(why []string) { p.reopenScheme(d, why) })
	})
}

// reopenScheme opens the dialog with a draft that could not be applied.
func (p *Page) reopenScheme(d *schemeDraft, why []string) {
	d.leaving, d.trouble = false, strings.Join(why, " ")
	d.show(d.at)
	p.scheming = d
	p.drawDraft()
	p.later(func() { browser.ShowModal(schemeID) })
}

// showProblem shows the part that has a problem, with the keyboard in the field.
func (p *Page) showProblem(first problem) {
	d := p.scheming
	d.checked, d.narrow, d.question = true, true, noQuestion
	if d.at != first.Part {
		d.show(first.Part)
	}
	p.later(func() { browser.Focus(fieldID(first.Field)) })
}

// leaveScheme closes the dialog, or asks first where something would be lost.
func (p *Page) leaveScheme() {
	if d := p.scheming; d.changed() && d.question != discardQuestion {
		d.question = discardQuestion
		p.later(func() { browser.Focus(answerID) })
		return
	}
	p.closeScheme()
}

func (p *Page) closeScheme() { browser.CloseModal(schemeID) }

// onSchemeFile reads a scheme's file into the dialog.
func (p *Page) onSchemeFile(ctx app.Context, e app.Event) {
	list, input := ctx.JSSrc().Get("files"), ctx.JSSrc()
	ctx.Async(func() {
		files, err := browser.ReadFiles(list, maxFile)
		p.onPage(func() {
			browser.Empty(input)
			if err == nil && len(files) > 0 && p.scheming != nil {
				p.takeScheme(files[0])
			}
		})
	})
}

func (p *Page) takeScheme(file browser.File) {
	s, err := schemeOf(file.Data)
	if file.Err != nil {
		err = file.Err
	}
	if err != nil {
		p.scheming.trouble = file.Name + ": " + err.Error()
		return
	}
	p.loadScheme(s)
}

// loadScheme puts another scheme into the draft's place.
func (p *Page) loadScheme(s *annotations.Scheme) {
	p.scheming.load(s)
	p.scheming.narrow = true
	p.showPart(p.scheming.at)
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
func (p *Page) exportScheme(ctx app.Context) {
	d := p.scheming
	for _, problem := range d.problems() {
		if problem.Part.Kind != gonePart {
			p.showProblem(problem)
			return
		}
	}
	w := annotations.JSONWriter{Indent: true}
	w.Scheme(d.scheme)
	name := "scheme.json"
	if id := idOf(d.scheme.Name); id != "" {
		name = "scheme-" + id + ".json"
	}
	ctx.Async(func() {
		if err := browser.Download(name, "application/json", append(w.Bytes(), '\n')); err != nil {
			p.onPage(func() { d.trouble = sentence(err.Error()) })
		}
	})
}

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
	if a.Values > 0 {
		all = append(all, "Left out, since the new scheme does not know them: "+count(a.Values, "value")+".")
	}
	return strings.Join(append(all, "Undo takes all of it back at once."), " ")
}

// things is numbers of things as a person reads them.
func things(spans, entries, relations, tags int) string {
	var all []string
	if spans > 0 {
		all = append(all, count(spans, "span"))
	}
	switch {
	case entries == 1:
		all = append(all, "1 register entry")
	case entries > 1:
		all = append(all, strconv.Itoa(entries)+" register entries")
	}
	if relations > 0 {
		all = append(all, count(relations, "relation"))
	}
	if tags > 0 {
		all = append(all, count(tags, "tag"))
	}
	return strings.Join(all, ", ")
}

func partID(row int) string { return "scheme-row-" + strconv.Itoa(row) }

func fieldID(field string) string { return "scheme-field-" + field }
