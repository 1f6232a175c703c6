global using Json.Schema.Building;
global using Json.Schema.Evaluation;
