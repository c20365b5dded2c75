/** Over what comes out on the same terms as for all models, beside what was printed on its own. */
export const onOneBasisHere = "here, on one basis";
