namespace Json.Schema;

/// <summary>How much an evaluation says (2020-12 core, section 12.4).</summary>
public enum OutputFormat
{
    /// <summary>Only the verdict.</summary>
    Flag,

    /// <summary>
    /// The verdict and, where it is no, one flat list of the places that explain it. Branches of <c>anyOf</c> and
    /// <c>oneOf</c> that lie farther from the instance than the closest are left out.
    /// </summary>
    List,

    /// <summary>Every subschema that was applied, as a tree, with annotations.</summary>
    Hierarchical,
}
