package web

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// A Packer compresses with gzip, without a time or a name: the same bytes in give the
// same bytes out.
type Packer func(data []byte) ([]byte, error)

// pack packs by a program's packer, or quickly where it has none.
func (p Program) pack(data []byte) ([]byte, error) {
	if p.Pack != nil {
		return p.Pack(data)
	}
	return packQuickly(data)
}

// packQuickly compresses in a second what takes Thorough ten.
func packQuickly(data []byte) ([]byte, error) {
	var packed bytes.Buffer
	w, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return packed.Bytes(), nil
}

// Thorough returns a packer for what is published: see packThoroughly. What it has
// packed it keeps in a folder under the hash of the content, so that nothing is packed
// twice. Nothing leaves it that Go's own reader does not unpack as it was.
func Thorough(folder string) Packer {
	return func(data []byte) ([]byte, error) {
		path := filepath.Join(folder, fmt.Sprintf("%x.%d.gz", sha256.Sum256(data), wayOfPacking))
		if kept, err := os.ReadFile(path); err == nil && unpacksTo(kept, data) {
			return kept, nil
		}
		packed := packThoroughly(data)
		if !unpacksTo(packed, data) {
			return nil, errors.New("web: what was packed is unpacked as something else")
		}
		return packed, keep(path, packed)
	}
}

func unpacksTo(packed, data []byte) bool {
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return false
	}
	got, err := io.ReadAll(r)
	return err == nil && bytes.Equal(got, data)
}

// keep writes a file that appears in one step: another build may read it.
func keep(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	draft, err := os.CreateTemp(filepath.Dir(path), "draft-")
	if err != nil {
		return err
	}
	defer os.Remove(draft.Name())
	_, err = draft.Write(data)
	if err := errors.Join(err, draft.Close()); err != nil {
		return err
	}
	return os.Rename(draft.Name(), path)
}
