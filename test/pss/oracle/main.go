// Command oracle answers for many pods what k8s.io/pod-security-admission says about each.
//
// Standard input holds one question in JSON a line, standard output one answer a line, in the same order.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
)

type question struct {
	ID string `json:"id"`
	// Object is a Pod or any workload with a template of one.
	Object json.RawMessage `json:"object"`
	// Versions are minor versions of Kubernetes 1.
	Versions []int `json:"versions"`
}

type answer struct {
	ID string `json:"id"`
	// Error says why the object cannot be decoded, or that it holds no pod.
	Error    string    `json:"error,omitempty"`
	Verdicts []verdict `json:"verdicts,omitempty"`
}

func main() {
	library, err := newLibrary()
	if err != nil {
		fail(err)
	}
	input := bufio.NewScanner(os.Stdin)
	input.Buffer(make([]byte, 1<<20), 1<<28)
	output := bufio.NewWriter(os.Stdout)
	encoder := json.NewEncoder(output)
	for input.Scan() {
		var asked question
		if err := json.Unmarshal(input.Bytes(), &asked); err != nil {
			fail(err)
		}
		if err := encoder.Encode(library.answer(asked)); err != nil {
			fail(err)
		}
	}
	if err := input.Err(); err != nil {
		fail(err)
	}
	if err := output.Flush(); err != nil {
		fail(err)
	}
}

func (l *library) answer(asked question) answer {
	meta, spec, err := podOf(asked.Object)
	if err != nil {
		return answer{ID: asked.ID, Error: err.Error()}
	}
	reply := answer{ID: asked.ID}
	for _, minor := range asked.Versions {
		for _, level := range levels {
			reply.Verdicts = append(reply.Verdicts, l.judge(level, minor, meta, spec))
		}
	}
	return reply
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "oracle:", err)
	os.Exit(1)
}
