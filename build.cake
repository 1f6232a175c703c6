// Each target is a few lines that call our own command line, so that what the build does a person can do by hand.
//   dotnet cake                       everything that needs no engine
//   dotnet cake --target=Smoke        every Feature's scenarios on the collection's base images, in real containers
//   dotnet cake --target=Pack         the archives that are published, in output/
//   dotnet cake --target=Tool         the tool's own package, and the program of one file, in output/tool and output/program
//   dotnet cake --target=Publish --registry=oci-layout:DIR
//   dotnet cake --target=SmokeAll     the same with every scenario of every Feature

var target = Argument("target", "Default");
var configuration = Argument("configuration", "Debug");
var jobs = Argument("jobs", "2");

void Featuresmith(string arguments) =>
    DotNetRun("src/Featuresmith.Cli", arguments, new DotNetRunSettings { Configuration = configuration, NoBuild = true });

Task("Build").Does(() => DotNetBuild("Featuresmith.slnx", new DotNetBuildSettings { Configuration = configuration }));

Task("Format").Does(() => DotNetTool("csharpier check ."));

Task("Test")
    .IsDependentOn("Build")
    .Does(() => DotNetTest("Featuresmith.slnx", new DotNetTestSettings { Configuration = configuration, NoBuild = true }));

Task("Generate").IsDependentOn("Build").Does(() => Featuresmith("generate"));

Task("Docs").IsDependentOn("Build").Does(() => Featuresmith("docs"));

Task("Drift")
    .IsDependentOn("Build")
    .Does(() => Featuresmith("generate --check"))
    .Does(() => Featuresmith("docs --check"));

Task("Validate").IsDependentOn("Build").Does(() => Featuresmith("validate"));

Task("Smoke").IsDependentOn("Build").Does(() => Featuresmith($"test --jobs {jobs} --filter */test"));

Task("SmokeAll").IsDependentOn("Build").Does(() => Featuresmith($"test --jobs {jobs}"));

Task("Pack").IsDependentOn("Build").Does(() => Featuresmith("package -o output -f"));

// The tool itself: a package for "dotnet tool install", and a program of one file for machines without .NET.
Task("Tool")
    .Does(() => DotNetPack("src/Featuresmith.Cli", new DotNetPackSettings { Configuration = "Release", OutputDirectory = "output/tool" }))
    .Does(() =>
        DotNetPublish(
            "src/Featuresmith.Cli",
            new DotNetPublishSettings
            {
                OutputDirectory = "output/program",
                ArgumentCustomization = arguments => arguments.Append("-p:PublishProfile=Program").Append("--use-current-runtime"),
            }
        )
    );

// --registry=HOST or --registry=oci-layout:DIR; without it "registry" in features/collection.jsonc.
Task("Publish")
    .IsDependentOn("Build")
    .Does(() => Featuresmith("publish" + (HasArgument("registry") ? $" -r {Argument<string>("registry")}" : "")));

Task("Bench").Does(() => DotNetRun("tests/Featuresmith.Benchmarks", "--filter *", new DotNetRunSettings { Configuration = "Release" }));

Task("Default").IsDependentOn("Format").IsDependentOn("Drift").IsDependentOn("Validate").IsDependentOn("Test");

RunTarget(target);
