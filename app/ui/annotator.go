package ui

import (
	"slices"

	"spanwise/annotations"
	"spanwise/app/browser"
	"spanwise/app/ui/desk"
)

// annotatorKey is the name under which the page remembers whom the reader works
// as. It is a matter of this machine and not of the project.
const annotatorKey = "annotator"

// colleagues is what the page knows of the project's annotators.
type colleagues struct {
	me     annotations.Annotator // whom the page showed last, or zero
	theirs *theirRows
	mine   annotations.Progress
	dialog annotatorsState
}

// recallAnnotator works as the one who was worked as last in the open project.
func (room *annotatorsRoom) recallAnnotator() {
	room.desk.AnnotatorID = browser.LoadPlace(room.desk.OwnKey(annotatorKey))
	room.desk.ComparedID = ""
	room.desk.Selection.LookAt("")
	room.colleagues.me = annotations.Annotator{}
}

// workAs makes another annotator the one whose sets are shown and changed here.
func (room *annotatorsRoom) workAs(id string) {
	if id == room.desk.Me() {
		return
	}
	room.desk.Writing.Commit()
	room.desk.Selection.Clear()
	if room.desk.ComparedID == id {
		room.compareWith("")
	}
	room.desk.AnnotatorID, room.colleagues.me = id, annotations.Annotator{}
	if err := browser.SavePlace(room.desk.OwnKey(annotatorKey), id); err != nil {
		room.desk.Notices.Add(desk.Warning, "Whom you work as holds until the page is closed: "+err.Error())
	}
	room.desk.Ask.Refresh()
	room.desk.Say("You work as " + room.annotatorName(id))
}

// followAnnotator tells when one works as another annotator without having chosen
// to, since the one chosen is gone or is there again. What was chosen of the one's
// spans is not chosen of the other's.
func (room *annotatorsRoom) followAnnotator() {
	c, project := &room.colleagues, room.desk.Session.Project()
	was := c.me
	c.me, _ = project.Annotator(room.desk.Me())
	if was.ID == "" || was.ID == c.me.ID {
		return
	}
	room.desk.Selection.LetGo()
	if room.desk.ComparedID == c.me.ID {
		room.desk.ComparedID = ""
		room.desk.Selection.LookAt("")
	}
	room.desk.Notices.Add(desk.Failure, changedAnnotator(project, was, c.me))
}

// changedAnnotator says whom one works as now, and why.
func changedAnnotator(project *annotations.Project, was, now annotations.Annotator) string {
	if _, there := project.Annotator(was.ID); there {
		return now.Name + " is in this project now. From now on you work as " + now.Name + ", and no longer as " + was.Name
	}
	return was.Name + " is not in this project any more. From now on you work as " + now.Name
}

func (room *annotatorsRoom) annotatorName(id string) string {
	a, _ := room.desk.Session.Project().Annotator(id)
	return a.Name
}

// compareWith shows another annotator's spans beside one's own; with "" nobody's.
func (room *annotatorsRoom) compareWith(id string) {
	room.desk.ComparedID = id
	room.desk.Selection.LookAt("")
	room.desk.Ask.Refresh()
	if id == "" {
		room.desk.Say("Nobody is compared with")
		return
	}
	room.desk.Say("The spans of " + room.annotatorName(id) + " are shown beside yours")
}

// compareNext compares with the annotator after the present one, and after the
// last with nobody. It reports whether there is anybody else.
func (room *annotatorsRoom) compareNext() bool {
	var others []string
	for _, a := range room.desk.Session.Project().Annotators() {
		if a.ID != room.desk.Me() {
			others = append(others, a.ID)
		}
	}
	others = append(others, "")
	at := slices.Index(others, room.desk.ComparedID)
	room.compareWith(others[(at+1)%len(others)])
	return len(others) > 1
}

// progress says how many articles the reader has done, once there is one.
func (room *annotatorsRoom) progress() string {
	project := room.desk.Session.Project()
	room.colleagues.mine = room.colleagues.mine.Of(project, room.desk.Me())
	if room.colleagues.mine.Done == 0 {
		return ""
	}
	return doneOf(room.colleagues.mine.Done, len(project.Documents()))
}
