package desk

import (
	"strconv"

	"spanwise/annotations"
	"spanwise/app/browser"
)

// Progress says how many articles the reader has done, once there is one.
func (d *Desk) Progress() string {
	project := d.Session.Project()
	d.mine = d.mine.Of(project, d.Me())
	if d.mine.Done == 0 {
		return ""
	}
	return DoneOf(d.mine.Done, len(project.Documents()))
}

// WorkAs makes another annotator the one whose sets are shown and changed here.
func (d *Desk) WorkAs(id string) {
	if id == d.Me() {
		return
	}
	d.Writing.Commit()
	d.Selection.Clear()
	if d.ComparedID == id {
		d.CompareWith("")
	}
	d.AnnotatorID, d.me = id, annotations.Annotator{}
	if err := browser.SavePlace(d.OwnKey(AnnotatorKey), id); err != nil {
		d.Notices.Add(Warning, "Whom you work as holds until the page is closed: "+err.Error())
	}
	d.Ask.Refresh()
	d.Say("You work as " + d.AnnotatorName(id))
}

// CompareWith shows another annotator's spans beside one's own; with "" nobody's.
func (d *Desk) CompareWith(id string) {
	d.ComparedID = id
	d.Selection.LookAt("")
	d.Ask.Refresh()
	if id == "" {
		d.Say("Nobody is compared with")
		return
	}
	d.Say("The spans of " + d.AnnotatorName(id) + " are shown beside yours")
}

// AnnotatorName is what an annotator of the project is called.
func (d *Desk) AnnotatorName(id string) string {
	a, _ := d.Session.Project().Annotator(id)
	return a.Name
}

// AnnotatorKey is the name under which the page remembers whom the reader works
// as. It is a matter of this machine and not of the project.
const AnnotatorKey = "annotator"

// RecallAnnotator works as the one who was worked as last in the open project.
func (d *Desk) RecallAnnotator() {
	d.AnnotatorID = browser.LoadPlace(d.OwnKey(AnnotatorKey))
	d.ComparedID = ""
	d.Selection.LookAt("")
	d.me = annotations.Annotator{}
}

// FollowAnnotator tells when one works as another annotator without having chosen
// to, since the one chosen is gone or is there again. What was chosen of the one's
// spans is not chosen of the other's.
func (d *Desk) FollowAnnotator() {
	project, was := d.Session.Project(), d.me
	d.me, _ = project.Annotator(d.Me())
	if was.ID == "" || was.ID == d.me.ID {
		return
	}
	d.Selection.LetGo()
	if d.ComparedID == d.me.ID {
		d.ComparedID = ""
		d.Selection.LookAt("")
	}
	d.Notices.Add(Failure, changedAnnotator(project, was, d.me))
}

// changedAnnotator says whom one works as now, and why.
func changedAnnotator(project *annotations.Project, was, now annotations.Annotator) string {
	if _, there := project.Annotator(was.ID); there {
		return now.Name + " is in this project now. From now on you work as " + now.Name + ", and no longer as " + was.Name
	}
	return was.Name + " is not in this project any more. From now on you work as " + now.Name
}

// DoneOf is so many of so many articles.
func DoneOf(done, all int) string {
	return strconv.Itoa(done) + " of " + strconv.Itoa(all) + " done"
}
