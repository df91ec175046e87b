package ui

import (
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"spanwise/annotations"
	"spanwise/app/browser"
)

// annotatorKey is the name under which the page remembers whom the reader works
// as. It is a matter of this machine and not of the project.
const annotatorKey = "annotator"

// colleagues is what the page knows of the project's annotators.
type colleagues struct {
	with     string                // who is compared with, or ""
	regarded string                // the span of theirs that is being looked at, or ""
	me       annotations.Annotator // whom the page showed last, or zero
	theirs   *theirRows
	mine     annotations.Progress
	dialog   annotatorsState
}

// recallAnnotator works as the one who was worked as last in the open project.
func (p *Page) recallAnnotator() {
	p.annotator = browser.LoadPlace(p.own(annotatorKey))
	p.colleagues.with, p.colleagues.regarded = "", ""
	p.colleagues.me = annotations.Annotator{}
}

// workAs makes another annotator the one whose sets are shown and changed here.
func (p *Page) workAs(ctx app.Context, id string) {
	if id == p.me() {
		return
	}
	p.keepNote()
	p.dropPick()
	p.chosen, p.choice, p.several = "", nil, nil
	if p.colleagues.with == id {
		p.compareWith("")
	}
	p.annotator, p.colleagues.me = id, annotations.Annotator{}
	if err := browser.SavePlace(p.own(annotatorKey), id); err != nil {
		p.notices.add(warning, "Whom you work as holds until the page is closed: "+err.Error())
	}
	p.refresh()
	p.say("You work as " + p.annotatorName(id))
}

// followAnnotator tells when one works as another annotator without having chosen
// to, since the one chosen is gone or is there again. What was chosen of the one's
// spans is not chosen of the other's.
func (p *Page) followAnnotator() {
	c, project := &p.colleagues, p.session.Project()
	was := c.me
	c.me, _ = project.Annotator(p.me())
	if was.ID == "" || was.ID == c.me.ID {
		return
	}
	p.chosen, p.choice, p.several = "", nil, nil
	if c.with == c.me.ID {
		c.with, c.regarded = "", ""
	}
	p.notices.add(failure, changedAnnotator(project, was, c.me))
}

// changedAnnotator says whom one works as now, and why.
func changedAnnotator(project *annotations.Project, was, now annotations.Annotator) string {
	if _, there := project.Annotator(was.ID); there {
		return now.Name + " is in this project now. From now on you work as " + now.Name + ", and no longer as " + was.Name
	}
	return was.Name + " is not in this project any more. From now on you work as " + now.Name
}

func (p *Page) annotatorName(id string) string {
	a, _ := p.session.Project().Annotator(id)
	return a.Name
}

// compareWith shows another annotator's spans beside one's own; with "" nobody's.
func (p *Page) compareWith(id string) {
	p.colleagues.with, p.colleagues.regarded = id, ""
	p.refresh()
	if id == "" {
		p.say("Nobody is compared with")
		return
	}
	p.say("The spans of " + p.annotatorName(id) + " are shown beside yours")
}

// compareNext compares with the annotator after the present one, and after the
// last with nobody. It reports whether there is anybody else.
func (p *Page) compareNext() bool {
	var others []string
	for _, a := range p.session.Project().Annotators() {
		if a.ID != p.me() {
			others = append(others, a.ID)
		}
	}
	others = append(others, "")
	at := slices.Index(others, p.colleagues.with)
	p.compareWith(others[(at+1)%len(others)])
	return len(others) > 1
}

// compared is the set of the open article that is compared with.
func (p *Page) compared() comparison {
	a, there := p.session.Project().Annotator(p.colleagues.with)
	if !there || a.ID == p.me() {
		return comparison{}
	}
	return comparison{p.session.Project().Set(p.open, a.ID), a.Name, p.colleagues.regarded}
}

// progress says how many articles the reader has done, once there is one.
func (p *Page) progress() string {
	project := p.session.Project()
	p.colleagues.mine = p.colleagues.mine.Of(project, p.me())
	if p.colleagues.mine.Done == 0 {
		return ""
	}
	return doneOf(p.colleagues.mine.Done, len(project.Documents()))
}
