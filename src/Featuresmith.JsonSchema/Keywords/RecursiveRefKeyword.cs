namespace Json.Schema.Keywords;

/// <summary><c>$recursiveRef</c> (2019-09 core, section 8.2.4.2).</summary>
internal sealed class RecursiveRefKeyword : ReferenceKeyword
{
    private RecursiveRefKeyword(KeywordSource source)
        : base(source, "$recursiveRef") { }

    public static new RecursiveRefKeyword? Build(KeywordSource source) =>
        source.Draft != Draft.V201909 || source.Find("$recursiveRef") is null ? null : new RecursiveRefKeyword(source);

    protected override SchemaNode Choose(EvaluationRun run)
    {
        if (!Target!.Resource.IsRecursiveAnchor)
        {
            return Target;
        }

        return run.FindOutermost(0, (resource, _) => resource.IsRecursiveAnchor)?.RootNode ?? Target;
    }
}
