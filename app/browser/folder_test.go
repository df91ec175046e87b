//go:build js

package browser

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// The origin's private file system gives handles like those of the pickers, and
// needs no person to pick them.
const privateFolder = `(await (await navigator.storage.getDirectory()).getDirectoryHandle("backups", {create: true}))`

// newFolder gives an empty folder of the test's own, through the picker.
func newFolder(t *testing.T) *Target {
	t.Helper()
	patched(t, `window.plainPicker = window.showDirectoryPicker; window.showDirectoryPicker = async (options) => { window.pickedWith = options; return `+privateFolder+` }`,
		`window.showDirectoryPicker = window.plainPicker`)
	t.Cleanup(func() { removeFolder(t) })
	folder, err := PickFolder()
	if err != nil {
		t.Fatal(err)
	}
	return folder
}

// newFile gives a file of the test's own, through the picker.
func newFile(t *testing.T) *Target {
	t.Helper()
	patched(t, `window.plainPicker = window.showSaveFilePicker; window.showSaveFilePicker = async (options) => `+privateFolder+`.getFileHandle(options.suggestedName, {create: true})`,
		`window.showSaveFilePicker = window.plainPicker`)
	t.Cleanup(func() { removeFolder(t) })
	file, err := PickFile("work.json")
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func removeFolder(t *testing.T) {
	t.Helper()
	if _, err := await(script(t, `navigator.storage.getDirectory().then((root) =>
		root.removeEntry("backups", {recursive: true})).catch(() => {})`)); err != nil {
		t.Error(err)
	}
}

// filesIn reads what is in the folder, as "name: content", in order of name.
func filesIn(t *testing.T) []string {
	t.Helper()
	list, err := await(script(t, `(async () => {
		const found = [];
		for await (const [name, file] of `+privateFolder+`) found.push(name + ": " + await (await file.getFile()).text());
		return found.sort().join("\f");
	})()`))
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(list.String(), "\f")
}

func TestAFolderTakesFilesOneInThePlaceOfTheOther(t *testing.T) {
	folder := newFolder(t)
	if got := script(t, `window.pickedWith.mode`).String(); got != "readwrite" {
		t.Errorf("picked for %q: the browser would ask once more", got)
	}
	for _, f := range [][2]string{{"monday.json", "مقال 👩‍👧\n"}, {"tuesday.json", "long and old"}, {"tuesday.json", "new"}} {
		if err := folder.Write(f[0], []byte(f[1])); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff([]string{"monday.json: مقال 👩‍👧\n", "tuesday.json: new"}, filesIn(t)); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]any{"backups", true}, []any{folder.Name(), folder.IsFolder()}); diff != "" {
		t.Errorf("the folder (-want +got):\n%s", diff)
	}
}

func TestAFileIsWrittenWhateverTheNameSays(t *testing.T) {
	file := newFile(t)
	large := strings.Repeat("x", portion+1)
	for _, content := range []string{large, "small"} {
		if err := file.Write("ignored.json", []byte(content)); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]string{"work.json: " + content}, filesIn(t)); diff != "" {
			t.Errorf("files (-want +got):\n%s", diff)
		}
	}
	if file.IsFolder() || file.Name() != "work.json" {
		t.Errorf("the file is called %q, a folder: %v", file.Name(), file.IsFolder())
	}
}

func TestAWriteThatFailsLeavesTheOldContentWhole(t *testing.T) {
	file := newFile(t)
	if err := file.Write("", []byte("old")); err != nil {
		t.Fatal(err)
	}
	cases := []struct{ method, exception, said string }{
		{"write", "QuotaExceededError", "there is no room for more in the file “work.json”"},
		{"close", "NotFoundError", "the file “work.json” is not there any more"},
		{"close", "NoModificationAllowedError", "the file “work.json” cannot be changed at present"},
		{"write", "InvalidStateError", "the file “work.json”: InvalidStateError: because"},
	}
	for _, c := range cases {
		t.Run(c.exception, func(t *testing.T) {
			patched(t, `window.plain = FileSystemWritableFileStream.prototype.`+c.method+`;
				FileSystemWritableFileStream.prototype.`+c.method+` = () => Promise.reject(new DOMException("because", "`+c.exception+`"))`,
				`FileSystemWritableFileStream.prototype.`+c.method+` = window.plain`)
			if err := file.Write("", []byte("new")); err == nil || !strings.HasPrefix(err.Error(), c.said) {
				t.Errorf("error %v, want %q", err, c.said)
			}
			if diff := cmp.Diff([]string{"work.json: old"}, filesIn(t)); diff != "" {
				t.Errorf("files (-want +got):\n%s", diff)
			}
		})
	}
}

func TestAFolderThatIsGoneIsSaidToBe(t *testing.T) {
	folder := newFolder(t)
	removeFolder(t)
	err := folder.Write("a.json", []byte("work"))
	if err == nil || !strings.HasPrefix(err.Error(), "the folder “backups” is not there any more") {
		t.Errorf("error %v", err)
	}
}

func TestAPickerThatIsClosedAndOneThatIsForbiddenAreToldApart(t *testing.T) {
	cases := []struct {
		exception string
		closed    bool
	}{{"AbortError", true}, {"SecurityError", false}}
	for _, c := range cases {
		t.Run(c.exception, func(t *testing.T) {
			patched(t, `window.plainPickers = [window.showDirectoryPicker, window.showSaveFilePicker];
				window.showDirectoryPicker = window.showSaveFilePicker = () => Promise.reject(new DOMException("because", "`+c.exception+`"))`,
				`[window.showDirectoryPicker, window.showSaveFilePicker] = window.plainPickers`)
			_, errFolder := PickFolder()
			_, errFile := PickFile("work.json")
			for _, err := range []error{errFolder, errFile} {
				if err == nil || errors.Is(err, ErrNotPicked) != c.closed {
					t.Errorf("error %v; closed by the reader: %v", err, c.closed)
				}
			}
		})
	}
}

func TestWithoutThePickersNothingCanBePicked(t *testing.T) {
	patched(t, `window.plainPickers = [window.showDirectoryPicker, window.showSaveFilePicker];
		window.showDirectoryPicker = window.showSaveFilePicker = undefined`,
		`[window.showDirectoryPicker, window.showSaveFilePicker] = window.plainPickers`)
	if folder, file := CanPick(); folder || file {
		t.Errorf("a folder can be picked: %v, a file: %v", folder, file)
	}
	if _, err := PickFolder(); err == nil {
		t.Error("no error from a picker that is not there")
	}
}

func TestTheReaderIsAskedOnlyWhereTheBrowserWantsIt(t *testing.T) {
	folder := newFolder(t)
	if allowed, err := folder.Allowed(); !allowed || err != nil {
		t.Errorf("a folder just picked: allowed %v, error %v", allowed, err)
	}
	for answer, want := range map[string]bool{"granted": true, "denied": false, "prompt": false} {
		t.Run(answer, func(t *testing.T) {
			patched(t, `window.plainAsk = [FileSystemHandle.prototype.queryPermission, FileSystemHandle.prototype.requestPermission];
				FileSystemHandle.prototype.queryPermission = async () => "prompt";
				FileSystemHandle.prototype.requestPermission = async (o) => o.mode === "readwrite" ? "`+answer+`" : "denied"`,
				`[FileSystemHandle.prototype.queryPermission, FileSystemHandle.prototype.requestPermission] = window.plainAsk`)
			allowed, errBefore := folder.Allowed()
			got, errAsked := folder.Allow()
			if diff := cmp.Diff([]any{false, want, nil, nil}, []any{allowed, got, errBefore, errAsked}); diff != "" {
				t.Errorf("allowed before, after, errors (-want +got):\n%s", diff)
			}
		})
	}
	patched(t, `window.plainGet = FileSystemDirectoryHandle.prototype.getFileHandle;
		FileSystemDirectoryHandle.prototype.getFileHandle = () => Promise.reject(new DOMException("prompt", "NotAllowedError"))`,
		`FileSystemDirectoryHandle.prototype.getFileHandle = window.plainGet`)
	if err := folder.Write("a.json", nil); !errors.Is(err, ErrNotAllowed) {
		t.Errorf("error %v, want %v", err, ErrNotAllowed)
	}
}

func TestATargetIsMadeAgainOfItsHandleOnly(t *testing.T) {
	folder := newFolder(t)
	if again := TargetOf(folder.Handle()); again == nil || again.Name() != "backups" {
		t.Errorf("of the handle came %v", again)
	}
	for name, value := range map[string]app.Value{"nil": nil, "nothing": app.Undefined(), "something else": script(t, `({})`)} {
		if got := TargetOf(value); got != nil {
			t.Errorf("of %s came a target", name)
		}
	}
}
