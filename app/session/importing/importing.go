// Package importing takes files in: what each is, what can be done with it, what only a person can decide, and then one
// edit, or a project of its own.
//
// [Sort] says what files are: texts, projects, or what cannot be opened. An [Import] is projects on their way in. It goes on by
// itself ([Import.Next]) until there is something to ask or it is over; whoever runs it shows the question, notes the
// answers in it and calls Next again, or leaves it at that, which is the end of the import and has changed nothing. So all that
// can be right or wrong about an import is here, and what shows it has nothing to decide.
//
// What is heavy is done by the session's Steps, which may be another program's.
package importing

import (
	"context"

	"spanwise/annotations"
	"spanwise/annotations/format"
	"spanwise/annotations/intake"
	"spanwise/app/session"
	"spanwise/app/session/steps"
)

// Import is files of projects on their way in, all of them together.
type Import struct {
	session *session.Session
	files   []session.File
	options format.Options
	alone   bool

	stage    stage
	read     []*session.Incoming
	refused  []Refusal
	decision *Decision
	at       int                  // the file whose texts are compared
	texts    []*steps.ChangedText // of that one, as they are asked about
	placed   []*steps.ChangedText // of all files before
}

// stage is what an import does next.
type stage int

const (
	reading   stage = iota
	deciding        // what was answered to a Decision
	comparing       // the texts of the next file
	placing         // as was answered to Texts
	merging
)

// Refusal is a file that could not be read, and why.
type Refusal struct {
	File session.File
	Err  error
}

// Question is what an import comes to: *Decision or *Texts, which are asked, or *Apart or *Merged, which is the end of it.
type Question any

// Apart is files as a project of the reader's own, which is yet to be opened.
type Apart struct {
	Project *annotations.Project
	Me      annotations.Annotator // whom they work as
	Repairs []annotations.Message // what was not as it should be in the files
}

// Merged is files that were merged into the open project.
type Merged struct {
	session.Imported

	Texts []*steps.ChangedText // those on which spans were placed, or that became articles of their own
}

// Texts are texts of a file that are not the same here. What is chosen about each is noted in it.
type Texts struct{ List []*steps.ChangedText }

// New is an import that begins. alone says that there can be no other project than the open one.
func New(s *session.Session, files []session.File, options format.Options, alone bool) *Import {
	return &Import{session: s, files: files, options: options, alone: alone}
}

// Refused are the files that could not be read so far.
func (i *Import) Refused() []Refusal { return i.refused }

// Next goes on until there is something to ask, or the import is over; it takes what was asked for answered. With no
// question and no error there was nothing that could be read. An error is ctx's, or says why nothing was imported.
func (i *Import) Next(ctx context.Context, tell session.Progress) (Question, error) {
	switch i.stage {
	case reading:
		return i.begin(ctx, tell)
	case deciding:
		return i.decided(ctx, tell)
	case placing:
		return i.place(ctx, tell)
	case comparing:
		return i.compare(ctx, tell)
	}
	return i.merge(ctx, tell)
}

// begin reads the files, and works out what could be done with them. A file alone that comes to somebody who has done
// nothing yet is opened at once, and where merging brings nothing there is nothing to ask.
func (i *Import) begin(ctx context.Context, tell session.Progress) (Question, error) {
	for _, file := range i.files {
		in, err := i.session.ReadFile(ctx, file, i.options, tell)
		switch {
		case ctx.Err() != nil:
			return nil, ctx.Err()
		case err != nil:
			i.refused = append(i.refused, Refusal{file, err})
		default:
			i.read = append(i.read, in)
		}
	}
	fresh := i.session.Untouched()
	switch {
	case len(i.read) == 0:
		return nil, nil
	case len(i.files) == 1 && fresh:
		return i.apart(ctx, tell)
	}
	d := newDecision(i.session, i.read, fresh, i.alone && !fresh)
	planned, err := d.plan(ctx, tell)
	if err != nil {
		return nil, err
	}
	d.planned, i.decision = planned, d
	if d.bringsNothing() {
		d.Apart, i.stage = false, comparing
		return i.compare(ctx, tell)
	}
	i.stage = deciding
	return d, nil
}

// decided does what a person has chosen. Everybody in the files is who they are in what was shown, whatever the work is by
// the time that they are merged.
func (i *Import) decided(ctx context.Context, tell session.Progress) (Question, error) {
	if i.decision.Apart {
		return i.apart(ctx, tell)
	}
	for k, in := range i.read {
		i.read[k] = in.Settled(i.decision.Merging[k])
	}
	i.stage = comparing
	return i.compare(ctx, tell)
}

// compare finds the next file with texts that are not the same here. After the last file the plan is another, if there were
// such texts; what there is more to decide because of that is asked as well.
func (i *Import) compare(ctx context.Context, tell session.Progress) (Question, error) {
	for ; i.at < len(i.read); i.at++ {
		texts, err := i.session.Compare(ctx, i.read[i.at], i.at, len(i.read), tell)
		if err != nil {
			return nil, err
		}
		if len(texts) > 0 {
			i.texts, i.stage = texts, placing
			return &Texts{texts}, nil
		}
	}
	i.stage = merging
	if len(i.placed) == 0 {
		return i.merge(ctx, tell)
	}
	plans, err := i.session.Plan(ctx, i.read, tell)
	if err != nil {
		return nil, err
	}
	if Conflicts(plans) > Conflicts(i.decision.Merging) {
		i.decision = &Decision{session: i.session, Files: i.read, Decided: true, planned: planned{Merging: plans}}
		return i.decision, nil
	}
	return i.merge(ctx, tell)
}

// place puts the spans of a file on the texts that are here, as a person has chosen.
func (i *Import) place(ctx context.Context, tell session.Progress) (Question, error) {
	in, err := i.session.Place(ctx, i.read[i.at], i.texts, tell)
	if err != nil {
		return nil, err
	}
	i.read[i.at], i.placed, i.stage = in, append(i.placed, i.texts...), comparing
	i.at++
	return i.compare(ctx, tell)
}

func (i *Import) merge(ctx context.Context, tell session.Progress) (Question, error) {
	told, err := i.session.Merge(ctx, i.read, tell)
	if err != nil {
		return nil, err
	}
	return &Merged{told, i.placed}, nil
}

// apart makes a project of the files.
func (i *Import) apart(ctx context.Context, tell session.Progress) (Question, error) {
	if len(i.read) == 1 {
		return Own(i.read[0].Project(), i.read[0].Repairs())
	}
	_, whole, err := i.session.Together(ctx, i.read, tell)
	if err != nil {
		return nil, err
	}
	it := &Apart{Project: whole, Me: whole.Annotators()[0]}
	for _, in := range i.read {
		for _, line := range in.Repairs() {
			it.Repairs = append(it.Repairs, annotations.Say("%s: %s", in.Name, line))
		}
	}
	return it, nil
}

// Own is the project of one file as the reader's own.
func Own(file *annotations.Project, repairs []annotations.Message) (*Apart, error) {
	project, me, err := session.Own(file)
	return &Apart{project, me, repairs}, err
}

// Conflicts counts what there is to decide in plans.
func Conflicts(plans []intake.Plan) (n int) {
	for _, plan := range plans {
		n += len(plan.Conflicts)
	}
	return n
}
