module example.invalid/measure

go 1.26
