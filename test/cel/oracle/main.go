// Command oracle answers CEL expressions as the Kubernetes API server does: with its environment, its libraries, its
// limits. It reads one request from standard input and writes one response to standard output, both JSON.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"

	utiljson "k8s.io/apimachinery/pkg/util/json"
)

// Request is a list of expressions over the same variables.
type Request struct {
	// Variables are of type dyn; they hold JSON, with whole numbers as ints.
	Variables map[string]any `json:"variables"`
	// Minor is the version 1.Minor of Kubernetes to answer for; the newest known if 0.
	Minor       uint     `json:"minor"`
	Expressions []string `json:"expressions"`
	// Iterations asks for the time of an evaluation instead of its value, measured over that many.
	Iterations int `json:"iterations"`
	// Plain leaves out what the API server adds to cel-go: its libraries, counting of costs, the limit on them.
	Plain bool `json:"plain"`
}

// Answer has a value, an error, or the time of an evaluation.
type Answer struct {
	Value       any     `json:"value,omitempty"`
	Type        string  `json:"type,omitempty"`
	Error       *Fault  `json:"error,omitempty"`
	Nanoseconds float64 `json:"nanoseconds,omitempty"`
}

// Fault says where an expression failed. Offset counts code points from 0; it is absent where it is not known.
type Fault struct {
	Stage   string `json:"stage"`
	Message string `json:"message"`
	Offset  *int32 `json:"offset,omitempty"`
}

func main() {
	if err := run(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(in io.Reader, out io.Writer) error {
	text, err := io.ReadAll(in)
	if err != nil {
		return err
	}
	var request Request
	// As the API server reads JSON: whole numbers become int64.
	if err := utiljson.Unmarshal(text, &request); err != nil {
		return err
	}
	if err := readVariables(text, &request); err != nil {
		return err
	}
	environment, err := newEnvironment(request)
	if err != nil {
		return err
	}
	answers := make([]Answer, 0, len(request.Expressions))
	for _, expression := range request.Expressions {
		answers = append(answers, environment.answer(expression))
	}
	return json.NewEncoder(out).Encode(answers)
}

// readVariables reads the variables once more as untyped JSON, which alone keeps ints apart from doubles.
func readVariables(text []byte, request *Request) error {
	var untyped map[string]any
	if err := utiljson.Unmarshal(text, &untyped); err != nil {
		return err
	}
	request.Variables, _ = untyped["variables"].(map[string]any)
	return nil
}
