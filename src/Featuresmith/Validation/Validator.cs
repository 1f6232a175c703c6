using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Syntax;
using Featuresmith.Validation.Settings;
using Featuresmith.Validation.ShellChecking;
using Featuresmith.Validation.Suppressions;

namespace Featuresmith.Validation;

/// <summary>Checks whatever a path names: reads it, runs the rules, and applies settings and suppressions.</summary>
/// <param name="show">Turns a path into the form that messages show.</param>
/// <param name="commandLine">Settings that are laid over those of the project.</param>
/// <param name="cancellation">Stops the work between two files, and shellcheck.</param>
public sealed class Validator(
    Func<string, string> show,
    LintSettings commandLine,
    CancellationToken cancellation = default
)
{
    /// <summary>
    /// Whether only the rules are asked whose findings are errors here, and shellcheck, which takes longer than all of them, is not.
    /// </summary>
    public bool OnlyErrors { get; init; }

    private readonly FeatureFolderReader reader = new(show);
    private readonly SettingsFiles settingsFiles = new(show);

    /// <summary>Checks one path.</summary>
    /// <param name="path">
    /// An existing file or folder: what <see cref="ValidationTarget.Read"/> knows, a devcontainer.json, a repository with one,
    /// a definition, or a settings file.
    /// </param>
    /// <returns>What was found; null where the path holds nothing to check.</returns>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was asked to stop.</exception>
    public ValidationOutcome? Check(string path)
    {
        cancellation.ThrowIfCancellationRequested();
        var bag = new DiagnosticBag();
        var settings = commandLine.Over(settingsFiles.For(path, bag));
        return Path.GetFileName(path) switch
        {
            _ when Directory.Exists(path) => CheckFolder(path, settings, bag),
            DevContainerFile.Name or DevContainerFile.RootName => CheckDevContainers([path], settings, bag),
            FeatureDefinitionReader.FileName => CheckDefinition(path, settings, bag),
            CollectionSettings.FileName or SettingsFiles.FileName => new ValidationOutcome(
                Linter.Conclude(bag, new LintScope([], settings, [], IsWholeCollection: false)),
                Features: 0,
                OtherFiles: 1
            ),
            _ => CheckFeatures(path, settings, bag),
        };
    }

    private ValidationOutcome? CheckFolder(string path, LintSettings settings, DiagnosticBag bag)
    {
        var features = CheckFeatures(path, settings, bag);
        var devContainers = DevContainerFile.In(path).ToList();
        ValidationOutcome?[] outcomes =
        [
            features,
            devContainers.Count > 0 ? CheckDevContainers(devContainers, settings, bag) : null,
        ];
        var found = outcomes.OfType<ValidationOutcome>().ToList();
        return found.Count > 0 ? ValidationOutcome.Merge(found) : null;
    }

    private ValidationOutcome? CheckFeatures(string path, LintSettings settings, DiagnosticBag bag)
    {
        if (ValidationTarget.Read(path, reader, bag) is not { } collection)
        {
            return null;
        }

        bag.AddRange(Linter.Check(collection, rule => !OnlyErrors || settings.IsError(rule)));
        cancellation.ThrowIfCancellationRequested();
        bag.AddRange((OnlyErrors ? null : ShellCheck.Find())?.Check(collection.Features, cancellation) ?? []);
        var scope = new LintScope(
            SourcesOf(collection),
            settings,
            Allowed(path, collection, bag),
            IsWholeCollection: Directory.Exists(path) && !FeatureFolderReader.IsFeatureFolder(path)
        );
        // Traced last: a suppression speaks of the script that it stands in.
        var findings = Linter.Conclude(bag, scope).Select(TemplateOrigins.Around(path, show).Trace);
        return new ValidationOutcome([.. findings], collection.Features.Count, OtherFiles: 0);
    }

    private ValidationOutcome CheckDevContainers(IReadOnlyList<string> files, LintSettings settings, DiagnosticBag bag)
    {
        var sources = new List<SourceText>();
        foreach (var file in files)
        {
            var devContainer = DevContainerFile.Read(file, show(file), bag);
            bag.AddRange(Linter.Check(devContainer));
            bag.AddRange(Linter.CheckMerged(UsedFeatures.By(devContainer.Tree, devContainer.Folder, reader, bag)));
            sources.Add(devContainer.Tree.Source);
        }

        var scope = new LintScope(sources, settings, [], IsWholeCollection: false);
        return new ValidationOutcome(Linter.Conclude(bag, scope), Features: 0, files.Count);
    }

    // Mistakes in the settings are found where these are checked.
    private static FeatureDefinition Resolved(FeatureDefinition definition, DiagnosticBag bag) =>
        CollectionRepository.Find(definition.Folder) is { } repository
        && CollectionSettings.Read(SourceText.Read(repository.SettingsFile), []) is { } settings
            ? new SiblingReferences(repository, settings).Resolve(definition, bag)
            : definition;

    private ValidationOutcome CheckDefinition(string file, LintSettings settings, DiagnosticBag bag)
    {
        var source = SourceText.Read(file, show(file));
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var definition = FeatureDefinitionReader.Read(source, folder, bag);
        if (definition is not null)
        {
            definition = Resolved(definition, bag);
            var tree = new JsonSyntaxTree(source, definition.Metadata.Syntax);
            bag.AddRange(Linter.Check(new FeatureFolder(definition.FolderName, tree, definition.Metadata, [])));
        }

        var scope = new LintScope(
            [source],
            settings,
            definition is null ? [] : [.. DefinitionAllowances.Of(definition)],
            IsWholeCollection: false
        );
        return new ValidationOutcome(Linter.Conclude(bag, scope), Features: 0, OtherFiles: 1);
    }

    private static List<SourceText> SourcesOf(FeatureCollection collection) =>
        [
            .. collection.Features.SelectMany(feature =>
                feature
                    .Files.Where(file => file.Path != FeatureFolder.MetadataName)
                    .Select(file => file.Source)
                    .Prepend(feature.Tree.Source)
            ),
            .. collection.Tests.SelectMany(test => test.Files).Select(file => file.Source),
        ];

    // A Feature that was made from a definition has there what it is allowed.
    private List<Suppression> Allowed(string path, FeatureCollection collection, DiagnosticBag bag)
    {
        if (CollectionRepository.Find(Path.GetFullPath(path)) is not { } repository)
        {
            return [];
        }

        var allowed = new List<Suppression>();
        foreach (var folder in repository.DefinitionFolders())
        {
            var id = Path.GetFileName(folder);
            var (made, tests) = (
                Path.Combine(repository.Features, "src", id),
                Path.Combine(repository.Features, "test", id)
            );
            var metadata = show(Path.Combine(made, FeatureFolder.MetadataName));
            var file = Path.Combine(folder, FeatureDefinitionReader.FileName);
            if (
                collection.Features.Any(feature => feature.Tree.Source.Path == metadata)
                && FeatureDefinitionReader.Read(SourceText.Read(file, show(file)), folder, bag) is { } definition
            )
            {
                allowed.AddRange(DefinitionAllowances.Of(definition, show(made), show(tests)));
            }
        }

        return allowed;
    }
}
