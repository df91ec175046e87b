//go:build js

package browser

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFilesAreReadInOrderEachWithItsOwnFailure(t *testing.T) {
	list := script(t, `(() => {
		const d = new DataTransfer();
		d.items.add(new File(["first"], "a.txt"));
		d.items.add(new File(["x".repeat(11)], "large.txt"));
		const broken = new File(["broken"], "broken.txt");
		broken.arrayBuffer = () => Promise.reject(new DOMException("gone", "NotReadableError"));
		d.items.add(new File([new Uint8Array([255, 0, 10])], "bytes.md"));
		return [...d.files, broken, new File([], "<b>.txt")];
	})()`)
	files, err := ReadFiles(list, 10)
	if err != nil {
		t.Fatal(err)
	}
	type read struct{ Name, Data, Err string }
	var got []read
	for _, f := range files {
		r := read{Name: f.Name, Data: string(f.Data)}
		if f.Err != nil {
			r.Err = f.Err.Error()
		}
		got = append(got, r)
	}
	want := []read{
		{Name: "a.txt", Data: "first"},
		{Name: "large.txt", Err: "large.txt: 11 bytes; the limit is 10 bytes"},
		{Name: "bytes.md", Data: "\xff\x00\n"},
		{Name: "broken.txt", Err: "broken.txt: NotReadableError: gone"},
		{Name: "<b>.txt"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
}

func TestAFileOverTheLimitIsNotReadAtAll(t *testing.T) {
	list := script(t, `(() => { const f = new File(["12345678901"], "large.txt"); window.touched = false;
		f.arrayBuffer = () => { window.touched = true; return Promise.resolve(new ArrayBuffer(0)) }; return [f] })()`)
	if _, err := ReadFiles(list, 10); err != nil {
		t.Fatal(err)
	}
	if script(t, `window.touched`).Bool() {
		t.Error("the file was read before its size was looked at")
	}
}

func TestADroppedListSurvivesItsEvent(t *testing.T) {
	list := script(t, `window.dropped = [new File(["1"], "1.txt"), new File(["2"], "2.txt")]`)
	done := make(chan []File)
	go func() {
		files, err := ReadFiles(list, 10)
		if err != nil {
			t.Error(err)
		}
		done <- files
	}()
	script(t, `queueMicrotask(() => { window.dropped.length = 0 })`)
	if files := <-done; len(files) != 2 || string(files[1].Data) != "2" {
		t.Errorf("files %v, want both", files)
	}
}

func TestWhatIsNoListOfFilesIsRefused(t *testing.T) {
	for _, source := range []string{`undefined`, `null`, `({})`} {
		if _, err := ReadFiles(script(t, source), 10); err == nil {
			t.Errorf("%s was taken as a list", source)
		}
	}
}

func TestFoldersAmongWhatIsDroppedAreNamed(t *testing.T) {
	dropped := script(t, `({ items: [
		{ kind: "file", webkitGetAsEntry: () => ({ isDirectory: false, name: "a.txt" }) },
		{ kind: "string", webkitGetAsEntry: () => null },
		{ kind: "file", webkitGetAsEntry: () => ({ isDirectory: true, name: "texts" }) },
		{ kind: "file", webkitGetAsEntry: () => null },
	] })`)
	if diff := cmp.Diff([]string{"texts"}, Folders(dropped)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, source := range []string{`({})`, `({ items: [] })`, `({ items: [{ kind: "file" }] })`} {
		if names := Folders(script(t, source)); names != nil {
			t.Errorf("%s: %q", source, names)
		}
	}
}

func TestATextIsDecodedFromAnyEncodingThatBrowsersKnow(t *testing.T) {
	for _, tt := range []struct{ label, data, want string }{
		{"windows-1252", "Caf\xe9 \x93x\x94", "Café “x”"},
		{"koi8-r", "\xf0\xd2\xc9", "При"},
		{"shift_jis", "\x93\xfa\x96\x7b", "日本"},
		{"utf-16be", "\x00a\xd8\x3d\xde\x00", "a😀"},
		{"utf-8", "Caf\xe9", "Caf\ufffd"},
		{"none such", "Caf\xe9", "\ufffd"},
	} {
		if got := DecodeText(tt.label, []byte(tt.data)); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.label, got, tt.want)
		}
	}
}

func TestDownloadGivesTheBrowserTheBytesUnderTheName(t *testing.T) {
	patched(t, `window.plainClick = HTMLAnchorElement.prototype.click; window.clicked = [];
		HTMLAnchorElement.prototype.click = function() { window.clicked.push(this) }`,
		`HTMLAnchorElement.prototype.click = window.plainClick`)
	data := "{\"text\":\"👩‍👩‍👧 \xff\"}\n"
	if err := Download("work.json", "application/json", []byte(data)); err != nil {
		t.Fatal(err)
	}
	link := script(t, `window.clicked[0]`)
	if got := link.Get("download").String(); got != "work.json" {
		t.Errorf("name %q", got)
	}
	if link.Get("isConnected").Bool() {
		t.Error("the link is on the page, where a click would be seen")
	}
	buffer, err := await(script(t, `fetch(window.clicked[0].href).then(r => { window.mime = r.headers.get("content-type"); return r.arrayBuffer() })`))
	if err != nil {
		t.Fatal(err)
	}
	if got := string(goBytes(script(t, `(b => new Uint8Array(b))`).Invoke(buffer))); got != data {
		t.Errorf("downloaded %q, want %q", got, data)
	}
	if got := script(t, `window.mime`).String(); !strings.HasPrefix(got, "application/json") {
		t.Errorf("type %q", got)
	}
}
