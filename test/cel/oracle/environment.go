package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/google/cel-go/cel"
	"github.com/google/cel-go/common"
	"github.com/google/cel-go/common/types"
	"github.com/google/cel-go/ext"
	"k8s.io/apimachinery/pkg/util/version"
	"k8s.io/apiserver/pkg/cel/environment"
)

const newestMinor = 37

type evaluator struct {
	env        *cel.Env
	variables  map[string]any
	iterations int
}

func newEnvironment(request Request) (*evaluator, error) {
	minor := request.Minor
	if minor == 0 {
		minor = newestMinor
	}
	declared := make([]cel.EnvOption, 0, len(request.Variables))
	for name := range request.Variables {
		declared = append(declared, cel.Variable(name, cel.DynType))
	}
	if request.Plain {
		return plainEnvironment(declared, request)
	}
	set, err := environment.MustBaseEnvSet(version.MajorMinor(1, minor)).Extend(environment.VersionedOptions{
		IntroducedVersion: version.MajorMinor(1, 0),
		EnvOptions:        declared,
	})
	if err != nil {
		return nil, err
	}
	return &evaluator{env: set.NewExpressionsEnv(), variables: request.Variables, iterations: request.Iterations}, nil
}

// plainEnvironment is cel-go at its fastest: constants folded, nothing counted.
func plainEnvironment(declared []cel.EnvOption, request Request) (*evaluator, error) {
	env, err := cel.NewEnv(append(declared, cel.OptionalTypes(), ext.Strings())...)
	if err != nil {
		return nil, err
	}
	return &evaluator{env: env, variables: request.Variables, iterations: request.Iterations}, nil
}

// answer recovers from a panic of the library, which the API server would answer with an internal error.
func (e *evaluator) answer(expression string) (answer Answer) {
	defer func() {
		if fault := recover(); fault != nil {
			answer = Answer{Error: &Fault{Stage: "panic", Message: fmt.Sprint(fault)}}
		}
	}()
	parsed, issues := e.env.Parse(expression)
	if issues.Err() != nil {
		return Answer{Error: firstIssue("parse", expression, issues)}
	}
	checked, issues := e.env.Check(parsed)
	if issues.Err() != nil {
		return Answer{Error: firstIssue("check", expression, issues)}
	}
	program, err := e.env.Program(checked, cel.EvalOptions(cel.OptOptimize))
	if err != nil {
		// The API server refuses such an expression as it does one that does not type-check.
		return Answer{Error: &Fault{Stage: "check", Message: err.Error()}}
	}
	if e.iterations > 0 {
		return Answer{Nanoseconds: e.measure(program)}
	}
	value, _, err := program.ContextEval(context.Background(), e.variables)
	if err != nil {
		return Answer{Error: evaluationFault(checked, err)}
	}
	return Answer{Value: encode(value), Type: cel.FormatCELType(checked.OutputType())}
}

func (e *evaluator) measure(program cel.Program) float64 {
	start := time.Now()
	for range e.iterations {
		if _, _, err := program.ContextEval(context.Background(), e.variables); err != nil {
			return -1
		}
	}
	return float64(time.Since(start).Nanoseconds()) / float64(e.iterations)
}

// firstIssue is the one with the smallest position.
func firstIssue(stage, expression string, issues *cel.Issues) *Fault {
	first := issues.Errors()[0]
	for _, issue := range issues.Errors() {
		if before(issue.Location.Line(), issue.Location.Column(), first.Location.Line(), first.Location.Column()) {
			first = issue
		}
	}
	fault := &Fault{Stage: stage, Message: first.Message}
	if first.Location.Line() > 0 {
		fault.Offset = offsetOf(expression, first.Location)
	}
	return fault
}

func offsetOf(expression string, location common.Location) *int32 {
	if offset, found := common.NewTextSource(expression).LocationOffset(location); found {
		return &offset
	}
	return nil
}

func before(line, column, otherLine, otherColumn int) bool {
	return line < otherLine || (line == otherLine && column < otherColumn)
}

func evaluationFault(checked *cel.Ast, err error) *Fault {
	fault := &Fault{Stage: "eval", Message: err.Error()}
	var failed *types.Err
	if errors.As(err, &failed) {
		if node, found := checked.NativeRep().SourceInfo().GetOffsetRange(failed.NodeID()); found {
			fault.Offset = &node.Start
		}
	}
	return fault
}
