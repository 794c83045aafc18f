package main

import (
	"fmt"
	"slices"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/policy"
)

var levels = []api.Level{api.LevelBaseline, api.LevelRestricted}

type verdict struct {
	Level api.Level `json:"level"`
	Minor int       `json:"minor"`
	// Failed are the ids of the checks that forbid the pod, sorted; none where it is allowed.
	Failed []policy.CheckID `json:"failed"`
}

// library is the upstream evaluator, and its checks one by one: the evaluator says what is wrong, but not by which id.
type library struct {
	checks    []policy.Check
	evaluator policy.Evaluator
}

func newLibrary() (*library, error) {
	checks := policy.DefaultChecks()
	evaluator, err := policy.NewEvaluator(checks, nil)
	if err != nil {
		return nil, err
	}
	return &library{checks: checks, evaluator: evaluator}, nil
}

// judge panics where the checks one by one and the evaluator disagree, since then the answer proves nothing.
func (l *library) judge(level api.Level, minor int, meta *metav1.ObjectMeta, spec *corev1.PodSpec) verdict {
	version := api.MajorMinorVersion(1, minor)
	found := verdict{Level: level, Minor: minor, Failed: []policy.CheckID{}}
	for id, check := range l.active(level, version) {
		if !check(meta, spec).Allowed {
			found.Failed = append(found.Failed, id)
		}
	}
	slices.Sort(found.Failed)
	results := l.evaluator.EvaluatePod(api.LevelVersion{Level: level, Version: version}, meta, spec)
	if reasons := policy.AggregateCheckResults(results).ForbiddenReasons; len(reasons) != len(found.Failed) {
		panic(fmt.Sprintf("the evaluator says %v, the checks %v", reasons, found.Failed))
	}
	return found
}

// active gives the checks of a level at a version: the newest revision of each, without those that another overrides.
func (l *library) active(level api.Level, version api.Version) map[policy.CheckID]policy.CheckPodFn {
	active := map[policy.CheckID]policy.CheckPodFn{}
	var overridden []policy.CheckID
	for _, check := range l.checks {
		if level == api.LevelBaseline && check.Level != api.LevelBaseline {
			continue
		}
		for _, revision := range slices.Backward(check.Versions) {
			if version.Older(revision.MinimumVersion) {
				continue
			}
			active[check.ID] = revision.CheckPod
			overridden = append(overridden, revision.OverrideCheckIDs...)
			break
		}
	}
	for _, id := range overridden {
		delete(active, id)
	}
	return active
}
